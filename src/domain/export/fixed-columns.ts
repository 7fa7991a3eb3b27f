import { localize } from '../localized'
import type { Cell, Column, ExportBook, ExportRow, ExportWords } from './export'

export type Told = Column & { of: (row: ExportRow) => Cell }

const listOf = (parts: readonly string[]): Cell => (parts.length > 0 ? parts.join('; ') : null)
const unique = (parts: readonly string[]): string[] => [...new Set(parts)]

/** A value of context or of an attribute: what is no plain value stands as JSON. */
const plain = (value: unknown): Cell => {
  if (value === undefined || value === null) return null
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value)
}

const scoreMetrics = ['nps', 'csat', 'ces', 'sentiment'] as const

/**
 * The columns before the answers. Their keys are the fields of the condition grammar where it has one; a response that doesn't say where
 * it came through came through its touchpoint's channel.
 */
export const fixedColumns = (book: ExportBook, words: ExportWords): Told[] => {
  const hasLabels = book.values === 'labels'
  const column = (key: string, of: Told['of'], label = words.columns[key] ?? key): Told => ({ key, label, of })
  const say = (among: Readonly<Record<string, string>>, key: string | null): Cell =>
    key === null ? null : hasLabels ? (among[key] ?? key) : key
  const survey = ({ surveyId }: ExportRow) => book.surveys.get(surveyId)
  const touchpoint = ({ touchpointId }: ExportRow) => book.touchpoints.get(touchpointId)
  const scores = scoreMetrics.flatMap((metric) => [
    column(`score.${metric}`, ({ scores }) => scores[metric]?.value ?? null),
    column(`score.${metric}.category`, ({ scores }) => say(words.category, scores[metric]?.category ?? null)),
  ])
  const customer = book.hasCustomers
    ? [
        column('customer.externalId', (row) => row.customer?.externalId ?? null),
        column('customer.name', (row) => row.customer?.name ?? null),
        column('customer.email', (row) => row.customer?.email ?? null),
        column('customer.phone', (row) => row.customer?.phone ?? null),
        column('customer.value', (row) => row.customer?.value ?? null),
        ...book.attributeKeys.map((key) =>
          column(`customer.${key}`, (row) => plain(row.customer?.attributes[key]), `${words.columns.customer} – ${key}`),
        ),
      ]
    : []
  return [
    column('id', ({ id }) => id),
    column('submittedAt', ({ submittedAt }) => submittedAt, `${words.columns.submittedAt} (${book.timeZone})`),
    column('startedAt', ({ startedAt }) => startedAt, `${words.columns.startedAt} (${book.timeZone})`),
    column('acceptedAt', ({ acceptedAt }) => acceptedAt, `${words.columns.acceptedAt} (${book.timeZone})`),
    column('touchpoint.key', (row) => {
      const { key, name } = touchpoint(row) ?? {}
      return (hasLabels ? name && localize(name, book.locale) : key) ?? null
    }),
    column('survey', (row) => {
      const { key, title } = survey(row) ?? {}
      return (hasLabels ? title && localize(title, book.locale) : key) ?? null
    }),
    column('version', ({ version }) => version),
    column('response.channel', (row) => say(words.channels, row.channel ?? touchpoint(row)?.channel ?? null)),
    column('response.locale', ({ locale }) => locale),
    column('response.source', ({ source }) => source),
    column('response.status', ({ status }) => say(words.status, status)),
    ...scores,
    column('text.language', ({ text }) => listOf(unique(text.map(({ language }) => language)))),
    column('text.topics', ({ text }) =>
      listOf(unique(text.flatMap(({ topics }) => topics.map(({ key }) => String(say(words.topics, key)))))),
    ),
    column('text.keywords', ({ text }) => listOf(unique(text.flatMap(({ keywords }) => [...keywords])))),
    column('tags', ({ tags }) => listOf(tags)),
    column('cases', ({ cases }) => listOf(cases.map(String))),
    ...customer,
    ...book.contextKeys.map((key) =>
      column(`context.${key}`, ({ context }) => plain(context[key]), `${words.columns.context} – ${key}`),
    ),
  ]
}
