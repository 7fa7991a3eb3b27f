/** The screens that views are kept of. */
export const screens = { overview: '/', journey: '/journey', responses: '/responses' } as const
export type Screen = keyof typeof screens
