/** A segment is a condition that any screen can be narrowed to; the others are a screen as it was narrowed. */
export const viewKinds = ['segment', 'overview', 'journey', 'responses', 'cases'] as const
export type ViewKind = (typeof viewKinds)[number]

/** What of an address is kept: never where in a list somebody was. */
export const viewParameters = [
  'where',
  'journey',
  'touchpoint',
  'survey',
  'channel',
  'locale',
  'period',
  'from',
  'to',
  'compare',
  'compareFrom',
  'compareTo',
  'metric',
  'status',
  'score',
  'measure',
  'lens',
  'pick',
  'beside',
  'besideWhere',
  'q',
  'tag',
  'view',
  'severity',
  'owner',
  'due',
  'cause',
] as const
export type ViewParameters = Partial<Record<(typeof viewParameters)[number], string>>
