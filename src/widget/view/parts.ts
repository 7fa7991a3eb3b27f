import type { pipe, pipeAddress } from '@/domain/survey/pipe'
import type { advise } from './advise'
import type { Summary } from './summary'
import type { ThanksView } from './thanks-view'
import type { wordFault } from './word-fault'

/** What an embed needs only after its first question. */
export type Parts = {
  ThanksView: typeof ThanksView
  Summary: typeof Summary
  wordFault: typeof wordFault
  advise: typeof advise
  /** only where a survey's texts ask for answers */
  pipe: typeof pipe
  pipeAddress: typeof pipeAddress
}

/**
 * The parts that are there. The server and the hosted page install all of them at once; an embed shows a first scale without
 * them and fetches them meanwhile, for its first question should be there as soon as can be.
 */
export const parts: Partial<Parts> = {}
