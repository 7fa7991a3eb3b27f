import { readVerifyToken } from '@/auth/verify-link'
import { defaultCasePolicy } from '@/domain/case/policy'
import { questionWords } from '@/domain/case/question-words'
import { chooseLocale, localize } from '@/domain/localized'
import { type VerifyWords, verifyLocales, verifyWords } from '@/i18n/verify-words/all'
import { loadQuestion, type Question } from '@/store/case/load-question'

/** A question in the words of one language. */
export type AskedQuestion = Question & {
  locale: string
  words: VerifyWords
  subject: string
  text: string
  question: string
}

/** `wanted`: languages, the best first; the organization's own comes last. */
export const wordQuestion = (about: Question, wanted: readonly string[]): AskedQuestion => {
  const { organization, casePolicy, number, touchpoint, owner, customer } = about
  const locale = chooseLocale(verifyLocales, [...wanted, organization.locale])
  const words = verifyWords(locale)
  const name = localize(organization.name, locale)
  const values = {
    customer: customer.name ?? '',
    owner: owner ?? name,
    organization: name,
    touchpoint: localize(touchpoint, locale),
    case: String(number),
  }
  const { verification } = casePolicy ?? defaultCasePolicy
  // The organization's own words may be in a language that the product doesn't speak.
  const own = customer.locale ?? locale
  const said = questionWords(verification, words, { locale: own, fallback: organization.locale, values })
  return { ...about, locale, words, ...said }
}

/** What a customer's link opens, changing nothing. */
export const openQuestion = async (
  token: string,
  now: Date,
): Promise<(Question & { organizationId: string; sequence: number }) | { error: 'expired' | 'invalid' }> => {
  const read = readVerifyToken(token, now)
  if ('error' in read) return read
  const { organizationId, caseId, sequence } = read
  const question = await loadQuestion(organizationId, caseId, sequence)
  return question ? { ...question, organizationId, sequence } : { error: 'invalid' }
}

export type { Question } from '@/store/case/load-question'
