/** The closed lists of the domain, free of zod: screens in the browser read them too. */
export const severities = ['low', 'medium', 'high', 'critical'] as const
export const roles = ['admin', 'manager', 'analyst', 'owner', 'viewer'] as const
export const dimensions = ['product', 'service', 'relationship', 'convenience', 'brand', 'price'] as const
export const modules = ['sense', 'feel', 'think', 'act', 'relate'] as const
export const phases = ['pre-sale', 'sale', 'after-sale'] as const
export type Severity = (typeof severities)[number]
export type Role = (typeof roles)[number]
export type Dimension = (typeof dimensions)[number]
export type Module = (typeof modules)[number]
