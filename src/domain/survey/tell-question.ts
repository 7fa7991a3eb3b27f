import { localize } from '../localized'
import { pipe, type Sources } from './pipe'
import type { Question } from './question'

/** A question as the customer met it, with what it quotes, in the reader's language as far as the survey has it. */
export const tellQuestion = ({ text }: Question, locale: string, about: Omit<Sources, 'say'>): string => {
  const say: Sources['say'] = (one) => localize(one, locale)
  return pipe(say(text), { ...about, say })
}
