import type { AlertSubject } from '@/domain/alert/alert-subject'
import type { Finding } from '@/domain/alert/finding'
import type { Why } from '@/domain/alert/why'
import { type Localized, localize } from '@/domain/localized'
import { boxOf } from '@/domain/score/score'
import { scoreAnswers } from '@/domain/score/score-answers'
import { type AnswerValue, questionsOf, rangeOf } from '@/domain/survey/definition'
import { tellAnswer } from '@/domain/survey/tell-answer'
import { tellQuestion } from '@/domain/survey/tell-question'
import { answerWords } from '@/i18n/answer-words'
import { fillIn, mailWords } from '@/i18n/mail-words'
import { findingContent } from './finding-content'

/** What an alert mail is made from. */
export type AlertMailInput = Omit<AlertSubject, 'alertId' | 'responseId' | 'touchpoint' | 'finding'> & {
  touchpoint: { name: Localized } | null
  finding?: Finding | null
  /** why it goes to somebody whom the rule doesn't name */
  told?: Why | null
  locale: string
  links: { acknowledge: string; open: string }
}

/** Words longer than this are cut; the case has them whole. */
const commentLength = 2000

const clip = (text: string): string => (text.length > commentLength ? `${text.slice(0, commentLength).toWellFormed()}…` : text)

/** A line break in a name or in what a question quotes must not begin a line of its own, which could pass for one of ours. */
const inOneLine = (text: string): string => clip(text.replace(/\s+/g, ' '))

/** The number that the mail leads with: the outcome's, with the mark that says good or bad without colour. */
const headline = ({ response }: AlertMailInput): { text: string; mark: '▲' | '●' | '▼' } | undefined => {
  if (!response) return undefined
  const numeric = questionsOf(response.definition).filter(
    (question) => rangeOf(question) && typeof response.answers[question.key] === 'number',
  )
  const main = numeric.find(({ role }) => role === 'outcome') ?? numeric.find(({ kind }) => kind !== 'rating') ?? numeric[0]
  const range = main && rangeOf(main)
  if (!main || !range) return undefined
  const value = response.answers[main.key] as number
  const score = scoreAnswers(response.definition, response.answers).find(({ metric }) => metric === main.key)
  const box =
    boxOf(score?.category) ??
    (value - range.low > (2 / 3) * (range.high - range.low)
      ? 'high'
      : value - range.low < (range.high - range.low) / 2
        ? 'low'
        : 'middle')
  return { text: `${value}/${range.high}`, mark: box === 'high' ? '▲' : box === 'low' ? '▼' : '●' }
}

const commentsOf = ({ response }: AlertMailInput): string[] =>
  response
    ? questionsOf(response.definition)
        .filter(({ kind }) => kind === 'text')
        .flatMap(({ key }) => (typeof response.answers[key] === 'string' ? [clip(response.answers[key])] : []))
    : []

const otherAnswers = ({ response, locale }: AlertMailInput): { question: string; answer: string }[] =>
  response
    ? questionsOf(response.definition)
        .filter(({ kind, key }) => kind !== 'text' && response.answers[key] !== undefined)
        .map((question) => {
          const range = rangeOf(question)
          const lines = tellAnswer(question, response.answers[question.key] as AnswerValue, locale, answerWords(locale))
          const answer = lines.map(({ label, value }) => (label ? `${label}: ${value}` : value)).join(', ')
          const asked = tellQuestion(question, locale, response)
          return { question: inOneLine(asked), answer: range ? `${answer}/${range.high}` : inOneLine(answer) }
        })
    : []

const timeIn = (at: Date, locale: string, timeZone: string): string =>
  new Intl.DateTimeFormat(locale, {
    timeZone,
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(at)

/** Everything that the mail says, in the owner's language, ready to be laid out as HTML or as plain text. */
export const alertContent = (input: AlertMailInput) => {
  const { locale, customer, organization, touchpoint, history } = input
  const words = mailWords(locale)
  const time = (at: Date) => timeIn(at, locale, organization.timeZone)
  const place = localize(touchpoint?.name ?? organization.name, locale)
  const region = input.response?.context.region
  const where = inOneLine(typeof region === 'string' ? `${place} · ${region}` : place)
  const who = inOneLine(customer?.name ?? customer?.externalId ?? words.anonymous)
  const score = headline(input)
  const due = input.case?.dueAt ? fillIn(words.due, { time: time(input.case.dueAt) }) : undefined
  const tag = input.case ? fillIn(words.caseTag, { number: input.case.number }) : words.noCase
  const whose = {
    rule: localize(input.rule.name, locale),
    organization: localize(organization.name, locale),
    touchpoint: place,
  }
  const said = input.finding ? findingContent(input.finding, { locale, timeZone: organization.timeZone, where, who }) : undefined
  const plain = `${score ? `${score.mark} ${score.text} · ` : ''}${where} · ${who} — ${tag}${due ? `, ${due}` : ''}`
  return {
    words,
    locale,
    subject: (said?.subject ?? plain).replace(/\s+/g, ' ').slice(0, 250).toWellFormed(),
    score,
    who: customer || !said ? who : undefined,
    where,
    /** what was found, in a sentence, where it isn't a customer's answer */
    found: said?.lead,
    openLabel: said?.open ?? (input.case ? words.openCase : words.openResponse),
    comments: commentsOf(input),
    answers: otherAnswers(input),
    severity: words.severities[input.severity],
    severityKey: input.severity,
    caseNumber: input.case?.number,
    due: input.case?.dueAt ? time(input.case.dueAt) : undefined,
    received: input.response ? time(input.response.submittedAt) : undefined,
    history: said
      ? undefined
      : history.last
        ? fillIn(words.answeredBefore, {
            count: history.count,
            last: `${history.last.metric.toUpperCase()} ${history.last.value}`,
            day: new Intl.DateTimeFormat(locale, { timeZone: organization.timeZone, dateStyle: 'medium' }).format(
              history.last.at,
            ),
          })
        : words.answeredFirst,
    phone: customer?.phone ?? undefined,
    email: customer?.email ?? undefined,
    why: input.told ? fillIn(words.whyInstead[input.told.kind], { name: '', ...input.told, ...whose }) : fillIn(words.why, whose),
    whyGroup: fillIn(words.whyGroup, whose),
    links: input.links,
  }
}

export type AlertContent = ReturnType<typeof alertContent>
