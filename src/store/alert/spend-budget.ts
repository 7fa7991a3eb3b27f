import type { PoolClient } from 'pg'
import { budgetDay, isCalm } from '@/domain/alert/budget'
import type { AlertBudget } from '@/domain/alert/policy'
import type { Severity } from '@/domain/schemas'
import { hot } from '../connection'
import type { Person } from './person'

/** Counts a message on its recipient's day, and answers how many alerts that day has told them, and how many of these are in a digest. */
const count = async (client: PoolClient, values: [string, string, string]): Promise<{ told: number; held: number }> => {
  const { rows } = await hot<{ told: number; held: number }>(
    client,
    'budget.count',
    `insert into alert_days (organization_id, member_id, day, told) values ($1, $2, $3, 1)
     on conflict (organization_id, member_id, day) do update set told = alert_days.told + 1 returning told, held`,
    values,
  )
  return rows[0] ?? { told: 1, held: 0 }
}

/**
 * Counts messages towards their recipients' budgets, and answers those that are over and may wait. Each recipient's day is held to the end
 * of the transaction, in one order whoever asks, so that two alerts at the same moment can't both be the last that fits.
 */
export const spendBudget = async <M extends { person: Person; severity: Severity; budget: AlertBudget }>(
  client: PoolClient,
  organizationId: string,
  messages: readonly M[],
  now: Date,
): Promise<Set<M>> => {
  const over = new Set<M>()
  const inOrder = [...messages].sort((a, b) => (a.person.memberId < b.person.memberId ? -1 : 1))
  for (const message of inOrder) {
    const { person, severity, budget } = message
    const values: [string, string, string] = [organizationId, person.memberId, budgetDay(now, person)]
    const { told, held } = await count(client, values)
    if (!isCalm(severity) || told - held <= budget.perDay) continue
    over.add(message)
    await hot(
      client,
      'budget.hold',
      'update alert_days set held = held + 1 where organization_id = $1 and member_id = $2 and day = $3',
      values,
    )
  }
  return over
}
