/** What an experience is told apart by. Free of zod, for screens in the browser. */
export const dimensions = ['product', 'service', 'relationship', 'convenience', 'brand', 'price'] as const
export type Dimension = (typeof dimensions)[number]

export const modules = ['sense', 'feel', 'think', 'act', 'relate'] as const
export type Module = (typeof modules)[number]
export const phases = ['pre-sale', 'sale', 'after-sale'] as const
