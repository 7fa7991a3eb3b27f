/** The screens that views are kept of. */
export const screens = { overview: '/', journey: '/journey', responses: '/responses', cases: '/cases' } as const
export type Screen = keyof typeof screens
