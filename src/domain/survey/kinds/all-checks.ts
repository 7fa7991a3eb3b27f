import type { AnswerCheck, AnswerChecks } from './answer-check'
import { choiceCheck, choicesCheck } from './check-choice'
import { consentCheck } from './check-consent'
import { contactCheck } from './check-contact'
import { dateCheck } from './check-date'
import { fileCheck } from './check-file'
import { numberCheck } from './check-number'
import { gapCheck, matrixCheck, sumCheck } from './check-parts'
import { rankingCheck } from './check-ranking'
import { scaleCheck, sliderCheck } from './check-scale'
import { textCheck } from './check-text'

const statementCheck: AnswerCheck = { fits: () => ({ code: 'wrong_type', wanted: 'nothing' }) }

/** Every kind: what the server judges by. */
export const allChecks: Required<AnswerChecks> = {
  nps: scaleCheck,
  csat: scaleCheck,
  ces: scaleCheck,
  rating: scaleCheck,
  slider: sliderCheck,
  number: numberCheck,
  single_choice: choiceCheck,
  multi_choice: choicesCheck,
  dropdown: choiceCheck,
  image_choice: choiceCheck,
  ranking: rankingCheck,
  matrix: matrixCheck,
  constant_sum: sumCheck,
  gap: gapCheck,
  text: textCheck,
  date: dateCheck,
  contact: contactCheck,
  consent: consentCheck,
  file: fileCheck,
  statement: statementCheck,
}
