/** What moved, told to open screens. Ids only; whoever listens reads what they may see. */
export type LiveEvent = { organizationId: string; type: 'response' | 'metric' | 'alert' | 'case' | 'delivery'; id: string }

export const liveChannel = 'earshot_live'
