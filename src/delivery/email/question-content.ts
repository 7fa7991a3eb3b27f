import { type CasePolicy, defaultCasePolicy } from '@/domain/case/policy'
import { questionWords } from '@/domain/case/question-words'
import { chooseLocale, type Localized, localize } from '@/domain/localized'
import { fillIn } from '@/i18n/mail-words'
import { type VerifyWords, verifyLocales, verifyWords } from '@/i18n/verify-words/all'

export type QuestionInput = {
  organization: { name: Localized; locale: string }
  casePolicy: CasePolicy | null
  number: number
  touchpoint: Localized
  owner: string | null
  customer: { name: string | null; locale: string | null }
}

/** The question whether it is mended, in one language. */
export type QuestionContent = {
  locale: string
  words: VerifyWords
  subject: string
  text: string
  question: string
  /** what it is about, in one line each */
  organization: string
  touchpoint: string
  caseName: string
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ')

/** `wanted`: languages, the best first; the organization's own comes last. */
export const questionContent = (about: QuestionInput, wanted: readonly string[]): QuestionContent => {
  const { organization, casePolicy, number, touchpoint, owner, customer } = about
  const locale = chooseLocale(verifyLocales, [...wanted, organization.locale])
  const words = verifyWords(locale)
  const name = inOneLine(localize(organization.name, locale))
  const where = inOneLine(localize(touchpoint, locale))
  const values = {
    customer: customer.name ?? '',
    owner: owner ?? name,
    organization: name,
    touchpoint: where,
    case: String(number),
  }
  const { verification } = casePolicy ?? defaultCasePolicy
  // The organization's own words may be in a language that the product doesn't speak.
  const own = wanted[0] ?? locale
  const said = questionWords(verification, words, { locale: own, fallback: organization.locale, values })
  return { locale, words, ...said, organization: name, touchpoint: where, caseName: fillIn(words.case, { number }) }
}
