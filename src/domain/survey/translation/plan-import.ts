import { apply } from '../edit/apply'
import type { Draft, Operation } from '../edit/operation'
import { textIn } from '../edit/write-text'
import { type SurveyText, textsOf, writeText } from './texts'

/** A text that a file brings; `line` is where it stands there. `source` is the original as the file has it. */
export type Brought = { line: number; id: string; locale: string; words: string; source?: string | undefined }

export type ImportFault = {
  line: number
  id: string
  fault: 'unknown_text' | 'unknown_language' | 'twice' | 'too_long' | 'quotes' | 'source_changed'
}
export type ImportChange = { line: number; text: SurveyText; locale: string; was: string; words: string }

export type ImportPlan = { changes: ImportChange[]; faults: ImportFault[]; unchanged: number }

const longest = 5000

const quotesOf = (words: string): string[] => [...words.matchAll(/\{\{\s*([\w.-]+)/g)].map((match) => match[1] ?? '')

/**
 * What a file of translations would change, and what of it doesn't fit: texts that aren't there, languages that the survey
 * doesn't have, translations of another original, and such as quote an answer that the original doesn't. Empty texts change
 * nothing; the first language is never changed by a file.
 */
export const planImport = (draft: Draft, brought: readonly Brought[]): ImportPlan => {
  const texts = new Map(textsOf(draft).map((text) => [text.id, text]))
  const { locales } = draft
  const [source = 'en'] = locales
  const plan: ImportPlan = { changes: [], faults: [], unchanged: 0 }
  const seen = new Set<string>()
  for (const { line, id, locale, words, source: theirs } of brought) {
    if (words.trim() === '' || locale === source) continue
    const text = texts.get(id)
    const original = textIn(text?.value, source, locales)
    const refuse = (fault: ImportFault['fault']) => plan.faults.push({ line, id, fault })
    const name = `${id} ${locale}`
    if (!text) refuse('unknown_text')
    else if (!locales.includes(locale)) refuse('unknown_language')
    else if (seen.has(name)) refuse('twice')
    else if (words.length > longest) refuse('too_long')
    else if (theirs !== undefined && theirs.trim() !== original.trim()) refuse('source_changed')
    else if (quotesOf(words).some((quote) => !quotesOf(original).includes(quote))) refuse('quotes')
    else if (textIn(text.value, locale, locales).trim() === words.trim()) plan.unchanged += 1
    else plan.changes.push({ line, text, locale, was: textIn(text.value, locale, locales), words: words.trim() })
    seen.add(name)
  }
  return plan
}

/** The changes as edits of the draft. */
export const operationsOf = (draft: Draft, { changes }: ImportPlan): Operation[] => {
  let current = draft
  return changes.flatMap(({ text: { id }, locale, words }) => {
    const text = textsOf(current).find((one) => one.id === id)
    if (!text) return []
    const operation = writeText(current, text, locale, words)
    const applied = apply(current, operation)
    if ('draft' in applied) current = applied.draft
    return [operation]
  })
}
