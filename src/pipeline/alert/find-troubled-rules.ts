import { listTroubled, type TroubledRule } from '@/store/rule/watch-trouble'

export type { TroubledRule } from '@/store/rule/watch-trouble'

/** Rules about more than answers whose last look didn't go well, or not everywhere: for the Status screen. */
export const findTroubledRules = (organizationId: string): Promise<TroubledRule[]> => listTroubled(organizationId)
