/** What moved, told to open screens. Ids only; whoever listens reads what they may see. */
export type LiveEvent = { organizationId: string; type: 'response' | 'metric' | 'alert' | 'case' | 'delivery'; id: string }

/** What a screen hears; a gap says that something may have moved and nobody can tell what. */
export type LiveNews = Pick<LiveEvent, 'type' | 'id'> | { type: 'gap' }

export const liveChannel = 'earshot_live'
