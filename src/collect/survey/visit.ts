import { v7 as uuidV7 } from 'uuid'
import { channelSchema, uuidSchema } from '@/domain/schemas'
import type { Surroundings } from '@/domain/survey/visibility'

/** One customer's way through a survey, which travels in the form: no cookies, nothing kept here between two pages. */
export type Visit = {
  /** the response's id */
  id: string
  version: number
  locale: string
  /** of the definition's pages */
  pageIndex: number
  /** of the last save; 0 before the first */
  revision: number
  /** RFC 3339 */
  startedAt: string
  source?: string | undefined
  channel?: string | undefined
  context: Readonly<Record<string, string | number | boolean | null>>
  /** a personal link's; the address carries it, so no field does */
  invitationToken?: string | undefined
  /** a signed customer's (a JWT), as the survey's address brought it */
  customerToken?: string | undefined
  /** the keys of answers that the link brought and nobody has confirmed yet */
  provisional?: readonly string[] | undefined
  /** the keys that the page showed when it was sent; unknown where a form was made elsewhere */
  shown?: readonly string[] | undefined
}

const contextField = '_context.'
/** As long as the API takes. */
const maxToken = 4000
const maxContext = { entries: 100, key: 64, value: 2000 }

const keepContext = (entries: Iterable<readonly [string, string]>): Record<string, string> =>
  Object.fromEntries(
    [...entries]
      .filter(([key]) => key.length > 0 && key.length <= maxContext.key)
      .slice(0, maxContext.entries)
      .map(([key, value]) => [key, value.slice(0, maxContext.value)]),
  )

const tokenOf = (text: string | null): string | undefined => (text && text.length <= maxToken ? text : undefined)

/**
 * What the survey's address brings: `source`, `channel`, and as context what begins with `c_` or `context.` and the survey's
 * hidden fields.
 */
const arrivalOf = (query: URLSearchParams, hiddenFields: readonly string[]) => {
  const channel = channelSchema.safeParse(query.get('channel')?.toLowerCase())
  const context = [...query].flatMap(([name, value]): [string, string][] => {
    const key = hiddenFields.includes(name) ? name : /^(?:c_|context\.)(.+)$/s.exec(name)?.[1]
    return key === undefined ? [] : [[key, value]]
  })
  return {
    source: query.get('source')?.slice(0, 200) || undefined,
    channel: channel.success ? channel.data : undefined,
    context: keepContext(context),
    customerToken: tokenOf(query.get('token')),
  }
}

type Start = {
  query: URLSearchParams
  version: number
  locale: string
  now: Date
  pageIndex: number
  hiddenFields?: readonly string[] | undefined
}

export const beginVisit = ({ query, now, hiddenFields = [], ...rest }: Start): Visit => ({
  ...rest,
  ...arrivalOf(query, hiddenFields),
  id: uuidV7({ msecs: now.getTime() }),
  revision: 0,
  startedAt: now.toISOString(),
})

const whole = (text: string | null, low: number, high: number): number | undefined => {
  const number = /^\d{1,7}$/.test(text ?? '') ? Number(text) : Number.NaN
  return number >= low && number <= high ? number : undefined
}

const instant = (text: string | null): string | undefined => {
  const time = /^\d{4}-\d\d-\d\dT[\d:.]{8,12}Z$/.test(text ?? '') ? new Date(text ?? '') : undefined
  return time && !Number.isNaN(time.getTime()) ? time.toISOString() : undefined
}

/** A posted form's state; undefined if it isn't one of ours. */
export const readVisit = (form: URLSearchParams): Visit | undefined => {
  const id = uuidSchema.safeParse(form.get('_id'))
  const [pageIndex, revision, version] = [
    whole(form.get('_page'), 0, 1000),
    whole(form.get('_revision'), 0, 999_990),
    whole(form.get('_version'), 1, 9_999_999),
  ]
  const startedAt = instant(form.get('_started'))
  if (!id.success || pageIndex === undefined || revision === undefined || version === undefined || !startedAt) return undefined
  const channel = channelSchema.safeParse(form.get('_channel'))
  const shown = form.get('_shown')
  return {
    id: id.data,
    version,
    pageIndex,
    revision,
    startedAt,
    locale: (form.get('_lang') ?? '').slice(0, 35),
    source: form.get('_source')?.slice(0, 200) || undefined,
    channel: channel.success ? channel.data : undefined,
    context: keepContext(
      [...form].flatMap(([name, value]): [string, string][] =>
        name.startsWith(contextField) ? [[name.slice(contextField.length), value]] : [],
      ),
    ),
    customerToken: tokenOf(form.get('_customer')),
    provisional: form.get('_provisional')?.split(' ').filter(Boolean),
    shown: shown === null ? undefined : shown.split(' ').filter(Boolean),
  }
}

/** The state as hidden fields; every name begins with an underscore, which no question's key does. */
export const writeVisit = (visit: Visit, shown: readonly string[]): [string, string][] => [
  ['_id', visit.id],
  ['_version', String(visit.version)],
  ['_lang', visit.locale],
  ['_page', String(visit.pageIndex)],
  ['_revision', String(visit.revision)],
  ['_started', visit.startedAt],
  ['_shown', shown.join(' ')],
  ...(visit.source ? [['_source', visit.source] satisfies [string, string]] : []),
  ...(visit.channel ? [['_channel', visit.channel] satisfies [string, string]] : []),
  ...(visit.customerToken ? [['_customer', visit.customerToken] satisfies [string, string]] : []),
  ...(visit.provisional?.length ? [['_provisional', visit.provisional.join(' ')] satisfies [string, string]] : []),
  ...Object.entries(visit.context).map(([key, value]): [string, string] => [contextField + key, String(value ?? '')]),
]

/** What the survey's logic may ask about beside the answers. */
export const aroundOf = ({ id, locale, channel, source, context }: Surroundings): Surroundings => ({
  id,
  locale,
  channel,
  source,
  context,
})
