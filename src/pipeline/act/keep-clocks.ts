import { findDueClocks, keepClock } from '@/store/case/keep-clock'
import { keepDueCases } from './keep-due-cases'

const limit = 200

/**
 * Looks at the clocks that are due: owners are warned, what ran out goes along its chain. Safe to run twice or side by side. Answers how
 * many were due.
 */
export const keepClocks = async (): Promise<number> =>
  keepDueCases(await findDueClocks(limit), keepClock, 'a case’s clock was not kept; it comes round again')
