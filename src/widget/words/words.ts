import type { Moments } from './moments'

/** The runtime's own words in one language: plain data, so that a page can carry exactly one of them. `{name}` is filled in.
    `Moments` come with `wordsFor`; an embed has them with its second part. */
export type Words = Partial<Moments> & {
  next: string
  back: string
  send: string
  optional: string
  other: string
  otherText: string
  /** of `{max}` characters */
  counter: string
  starsOf: string
  chooseAny: string
  chooseUpTo: string
  chooseAtLeast: string
  chooseBetween: string
  pageOf: string
  languages: string
  madeWith: string
  thanks: string
  notYetSent: string
  ends: { nps: Ends; csat: Ends; ces: Ends; rating: Ends }
  faults: {
    summary: string
    choose: string
    write: string
    writeOther: string
    wrong: string
    outOfRange: string
    tooFew: string
    tooMany: string
    tooLong: string
  }
  notices: Record<NoticeName, Notice>
}

export type Ends = { low: string; high: string }
export type Notice = { title: string; text: string }

/** What a page says instead of questions, or above them. */
export const noticeNames = ['notFound', 'closed', 'busy', 'unavailable', 'away', 'broken', 'foreign'] as const
export type NoticeName = (typeof noticeNames)[number]

export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
