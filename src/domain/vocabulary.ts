/** The closed lists of the domain, free of zod: screens in the browser read them too. */
export const severities = ['low', 'medium', 'high', 'critical'] as const
export const roles = ['admin', 'manager', 'analyst', 'owner', 'viewer'] as const
export type Severity = (typeof severities)[number]
export type Role = (typeof roles)[number]
