import type { FunctionComponent } from 'preact'
import type { AnswerChecks } from '@/domain/survey/kinds/answer-check'
import { installChecks } from '../checks'
import type { ChoicesProps } from './choices'
import type { Summary } from './summary'
import type { TextFieldProps } from './text-field'
import type { ThanksProps } from './thanks-view'
import type { wordFault } from './word-fault'

/** What an embed needs only after its first question, or for other kinds of question. */
export type Parts = {
  Choices: FunctionComponent<ChoicesProps>
  TextField: FunctionComponent<TextFieldProps>
  ThanksView: FunctionComponent<ThanksProps>
  Summary: typeof Summary
  wordFault: typeof wordFault
}

/**
 * The parts that are there. The server and the hosted page install all of them at once (install-parts.ts); an embed shows
 * a first scale without them and fetches them meanwhile, for its first question should be there as soon as can be.
 */
export const parts: Partial<Parts> = {}

export const install = (more: Parts, checks: AnswerChecks): void => {
  Object.assign(parts, more)
  installChecks(checks)
}
