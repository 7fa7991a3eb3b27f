import type { PoolClient } from 'pg'
import { type Announcement, announce, findTargets, type Listening } from './announce'

type Notify = readonly { to: string }[]

const isTarget = (to: string): boolean => to.startsWith('webhook:') || to.startsWith('chat:')

/** The webhooks and chats that are told of an alert, or of a case that it opens: those that rules name, and those that asked. */
export const findTold = (client: PoolClient, organizationId: string, notify: Notify): Promise<Listening[]> =>
  findTargets(client, organizationId, ['alert.raised', 'case.opened'], notify.map(({ to }) => to).filter(isTarget))

type RaisedNow = {
  alerts: readonly { id: string; caseId: string | null; notify: Notify }[]
  newCaseId: string | undefined
  listening: readonly Listening[]
}

/** Tells of a response's alerts and of the case that they opened. Answers the deliveries' ids. */
export const announceRaised = (
  client: PoolClient,
  { organizationId, id: responseId }: { organizationId: string; id: string | null },
  { alerts, newCaseId, listening }: RaisedNow,
): Promise<string[]> => {
  const opened: Announcement[] = newCaseId
    ? [{ event: 'case.opened', subject: `${newCaseId}:1`, caseId: newCaseId, caseSequence: 1 }]
    : []
  const raised = alerts.map(
    ({ id, caseId, notify }): Announcement => ({
      event: 'alert.raised',
      subject: id,
      alertId: id,
      caseId,
      responseId,
      named: notify.map(({ to }) => to).filter(isTarget),
    }),
  )
  return announce(client, organizationId, [...raised, ...opened], listening)
}
