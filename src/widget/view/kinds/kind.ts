import type { FunctionComponent } from 'preact'
import type { AnswerCheck, AnswerFault } from '@/domain/survey/kinds/answer-check'
import type { Question, QuestionKind, QuestionOf } from '@/domain/survey/question'
import { checks } from '../../checks'
import { type Fields, readers } from '../../fields'
import type { Tongue } from '../props'

/** What a control may use once a script has taken over; without it, it is plain HTML. */
export type Live = {
  /** what a control keeps for itself, by question: whether a list is open, what is being sent */
  own: Record<string, unknown>
  redraw: () => void
  /** where a question's files go, but for its key; '' on trial, where they go nowhere and count as sent */
  uploads: string
}

export type ControlProps<Q extends Question = Question> = Tongue & {
  question: Q
  answer: unknown
  describedBy: string | undefined
  isWrong: boolean
  fault?: AnswerFault | undefined
  live?: Live | undefined
}

export type Kind<Q extends Question = Question> = {
  View: FunctionComponent<ControlProps<Q>>
  check: AnswerCheck<Q>
  /** what a form's fields answer; a whole number under the question's key unless set */
  read?: (question: Q, fields: Fields) => unknown
  /** how its controls hang together: one field with a label, buttons of which one is chosen, or several controls */
  as: 'field' | 'radiogroup' | 'group'
}

export type Kinds = { readonly [Name in QuestionKind]?: Kind<QuestionOf<Name>> }

/** From so many families on (families.ts), one script with all of them is smaller than theirs together. */
export const manyFamilies = 8

/** The kinds that are there: the server has all of them, a browser those that its survey uses. */
export const kinds: Partial<Record<QuestionKind, Kind>> = {}

export const installKinds = (more: Kinds): void => {
  for (const [name, kind] of Object.entries(more) as [QuestionKind, Kind][]) {
    kinds[name] = kind
    Object.assign(checks, { [name]: kind.check })
    if (kind.read) readers[name] = kind.read
  }
}
