import type { Outcome } from '@/domain/survey/definition'
import type { AnswerFault } from '@/domain/survey/kinds/answer-check'
import type { ContactField, FileType, GapPart, QuestionKind } from '@/domain/survey/question'
import type { Moments } from './moments'

export type Ends = { low: string; high: string }
export type Notice = { title: string; text: string }

/** What a page says instead of questions, or above them. */
export const noticeNames = ['notFound', 'closed', 'busy', 'unavailable', 'away', 'broken', 'foreign'] as const
export type NoticeName = (typeof noticeNames)[number]

/** What only some kinds of question say: a page carries those that its survey uses. */
export type KindWords = {
  text: { counter: string; atLeast: string }
  rating: Ends & { of: string }
  slider: { open: string; clear: string }
  consent: { agree: string; details: string }
  contact: Record<ContactField, string>
  sum: { left: string; over: string }
  gap: Ends & Record<GapPart, string>
  dropdown: { choose: string; none: string }
  ranking: { rank: string; out: string; up: string }
  file: Record<FileType, string> & {
    add: string
    remove: string
    file: string
    limits: string
    tooLarge: string
    wrongType: string
    failed: string
  }
}

/** The kinds of question whose words stand under a name that isn't theirs. */
export const wordsOfKind = (kind: QuestionKind): keyof KindWords => (kind === 'constant_sum' ? 'sum' : (kind as keyof KindWords))

/**
 * The runtime's own words in one language: plain data, so that a page can carry exactly one of them. `{name}` is filled in.
 * `Moments` come with `wordsFor`; an embed has them with its second part.
 */
export type Words = Partial<Moments> & {
  next: string
  back: string
  send: string
  optional: string
  pageOf: string
  languages: string
  madeWith: string
  ends: { nps: Ends; csat: Ends; ces: Ends }
  other: string
  otherText: string
  thanks: Record<Outcome, string>
  notYetSent: string
  advice: { any: string; upTo: string; atLeast: string; between: string; rank: string }
  /** by a fault's code, what to do about it; codes that no form brings about have `wrong` */
  faults: Partial<Record<AnswerFault['code'], string>> & {
    summary: string
    wrong: string
    write: string
    writeOther: string
    agree: string
    notNumber: string
    sending: string
  } & Record<FaultCode, string>
  notices: Record<NoticeName, Notice>
  kinds: KindWords
}

/** The faults that a customer can make. */
type FaultCode = Exclude<AnswerFault['code'], 'wrong_type' | 'unknown_option' | 'unknown_part' | 'twice' | 'not_a_date'>

export const fill = (text: string, values: Readonly<Record<string, unknown>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
