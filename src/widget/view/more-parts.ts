import type { AnswerChecks } from '@/domain/survey/kinds/answer-check'
import { choiceCheck, choicesCheck } from '@/domain/survey/kinds/check-choice'
import { scaleCheck } from '@/domain/survey/kinds/check-scale'
import { textCheck } from '@/domain/survey/kinds/check-text'
import { Choices } from './choices'
import type { Parts } from './parts'
import { Summary } from './summary'
import { TextField } from './text-field'
import { ThanksView } from './thanks-view'
import { wordFault } from './word-fault'

export const moreParts: Parts = { Choices, TextField, ThanksView, Summary, wordFault }

export const moreChecks: AnswerChecks = {
  rating: scaleCheck,
  single_choice: choiceCheck,
  multi_choice: choicesCheck,
  text: textCheck,
}
