import { findAwaitedVerdicts, keepVerification } from '@/store/case/keep-verification'
import { keepDueCases } from './keep-due-cases'

const limit = 200

/**
 * Asks the customers of resolved cases whether it is mended, once a resolution, and closes the cases of those who say nothing. Safe
 * to run twice or side by side. Answers how many were due.
 */
export const keepVerifications = async (): Promise<number> =>
  keepDueCases(await findAwaitedVerdicts(limit), keepVerification, 'a resolved case was not followed; it comes round again')
