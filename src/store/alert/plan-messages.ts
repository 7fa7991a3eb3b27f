import type { PoolClient } from 'pg'
import { v7 as uuidV7 } from 'uuid'
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
type Message = { alert: NewAlert; person: Person; notBefore: Date | undefined; severity: Severity; locale: string }

const toDelivery = ({ alert, person, notBefore, locale }: Message): NewDelivery => ({
  id: uuidV7(),
  alertId: alert.id,
  caseId: alert.caseId,
  ...{ email: person.email, name: person.name, locale, notBefore },
})

const toHeld = ({ alert, person, locale }: Message): Held => ({ alertId: alert.id, person, locale })

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
    for (const { notBefore, ...person } of await router.recipients(rule, reaches))
      messages.push({ alert, person, notBefore, severity: rule.severity, locale: person.locale ?? setting.locale })
  }
  const budget = isPast ? null : (setting.alertPolicy?.budget ?? null)
  if (!budget) return { deliveries: messages.map(toDelivery), hold: () => Promise.resolve() }
  const over = await spendBudget(client, organizationId, budget, messages, setting.now)
  return {
    deliveries: messages.filter((one) => !over.has(one)).map(toDelivery),
    hold: () => holdForDigest(client, organizationId, budget, [...over].map(toHeld), setting),
  }
}
