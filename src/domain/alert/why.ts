/**
 * Why somebody is told whom the rule doesn't name: nobody whom it names was there (`fallback`); or another's message is theirs, who is away
 * or takes no mail (`deputy`), isn't at work (`off_work`), or whose mailbox refused it (`refused`).
 */
export type Why = { kind: 'fallback' } | { kind: 'deputy' | 'off_work' | 'refused'; name: string }
