import { log } from '@/observe/logger'
import { isOverload } from '@/pipeline/listen/accept-response'

/** Does the work of a page; where the database is away, answers with `instead`, which asks to try again. */
export const whileAway = async (work: () => Promise<Response>, instead: () => Promise<Response>): Promise<Response> => {
  try {
    return await work()
  } catch (err) {
    if (!isOverload(err)) throw err
    log().warn({ err }, 'a page could not be served')
    return instead()
  }
}
