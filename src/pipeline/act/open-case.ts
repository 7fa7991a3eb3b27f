import { type Failure, fail } from '@/domain/errors'
import { type OpenCase, openCase as saveCase } from '@/store/case/open-case'

/** Opens a case for a response by hand, or answers the one that it has. */
export const openCase = async (input: OpenCase): Promise<{ number: number } | Failure> => {
  const number = await saveCase(input)
  if (number === undefined) return fail('not_found', 'There is no such response.')
  return { number }
}
