import { type Localized, localize } from '../localized'
import { fillTemplate, type PlaceholderValues } from './fill-template'
import type { Verification } from './verification'

type Product = { subject: string; text: string; question: string }

/** What a customer is asked with: the organization's own words where it has some, else the product's. */
export const questionWords = (
  { subject, text, question }: Pick<Verification, 'subject' | 'text' | 'question'>,
  product: Product,
  { locale, fallback, values }: { locale: string; fallback: string; values: PlaceholderValues },
): Product => {
  const say = (own: Localized | undefined, its: string) =>
    fillTemplate(own === undefined ? its : localize(own, locale, fallback), values)
  return {
    subject: say(subject, product.subject).replace(/\s+/g, ' '),
    text: say(text, product.text),
    question: say(question, product.question),
  }
}
