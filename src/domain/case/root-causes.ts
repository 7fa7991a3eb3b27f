/** The default tree of root causes. */
export const rootCauses = ['product', 'price', 'delivery', 'staff', 'service', 'website', 'billing', 'other'] as const
export type RootCause = (typeof rootCauses)[number]
