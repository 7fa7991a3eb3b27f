import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
import { budgetOf } from '@/domain/alert/budget'
import type { AlertBudget } from '@/domain/alert/policy'
import type { Why } from '@/domain/alert/why'
import type { Severity } from '@/domain/schemas'
import type { Listening } from '../delivery/announce'
import type { StoredRule } from '../rule/load-rules'
import { type Held, holdForDigest } from './hold-for-digest'
import type { Person } from './person'
import type { Setting } from './read-setting'
import type { Router } from './route'
import { spendBudget } from './spend-budget'
import type { NewAlert, NewDelivery } from './write-raised'

/** One alert told to one person. */
type Message = {
  alert: NewAlert
  person: Person
  why: Why | undefined
  notBefore: Date | undefined
  severity: Severity
  locale: string
}

/** A message to somebody with a budget. */
type Limited = { message: Message; person: Person; severity: Severity; budget: AlertBudget }

const toDelivery = ({ alert, person, why, notBefore, locale }: Message): NewDelivery => ({
  id: uuidV7(),
  alertId: alert.id,
  caseId: alert.caseId,
  ...{ email: person.email, name: person.name, locale, why, notBefore },
})

const limitedBy = (message: Message, { alertPolicy }: Setting): Limited[] => {
  const { person, severity } = message
  const budget = budgetOf(person.alertsPerDay, alertPolicy?.budget ?? null)
  return budget ? [{ message, person, severity, budget }] : []
}

const toHeld = ({ message: { alert, locale }, person, budget }: Limited): Held => ({ alertId: alert.id, person, locale, budget })

type Planned = {
  /** what leaves as a message of its own */
  deliveries: NewDelivery[]
  /** puts the rest into digests, once the alerts are written */
  hold: () => Promise<void>
}

type Around = {
  router: Router
  setting: Setting
  isPast: boolean
  /** the webhooks and chats that are told */
  listening: readonly Listening[]
}

/** Who is told of some alerts, each by its rule: those within their budget at once, the others in their digest. */
export const planMessages = async (
  client: PoolClient,
  organizationId: string,
  raised: readonly { alert: NewAlert; rule: StoredRule }[],
  { router, setting, isPast, listening }: Around,
): Promise<Planned> => {
  const targets = new Set(listening.map(({ to }) => to))
  const messages: Message[] = []
  for (const { alert, rule } of raised) {
    const reaches = rule.notify.some(({ to }) => targets.has(to))
    for (const { notBefore, why, ...person } of await router.recipients(rule, reaches))
      messages.push({ alert, person, why, notBefore, severity: rule.severity, locale: person.locale ?? setting.locale })
  }
  const limited = isPast ? [] : messages.flatMap((message) => limitedBy(message, setting))
  const over = await spendBudget(client, organizationId, limited, setting.now)
  const waiting = new Set([...over].map(({ message }) => message))
  return {
    deliveries: messages.filter((one) => !waiting.has(one)).map(toDelivery),
    hold: () => holdForDigest(client, organizationId, [...over].map(toHeld), setting),
  }
}
