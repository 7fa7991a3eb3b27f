import type { PoolClient } from 'pg'
import { type AlertPolicy, defaultAlertPolicy } from '@/domain/alert/policy'
import type { Why } from '@/domain/alert/why'
import { hot } from '../connection'
import { type Found, findAdministrators, findRecipients } from './find-recipients'
import type { Person } from './person'

/** Somebody, and why they are told where they aren't whom it names. */
export type Named = Person & { why?: Why | undefined }

export const inPlace = ({ insteadOf, ...person }: Found): Named => ({
  ...person,
  why: insteadOf === null ? undefined : { kind: 'deputy', name: insteadOf },
})

const readFallback = async (client: PoolClient, organizationId: string): Promise<string> => {
  const { rows } = await hot<{ policy: AlertPolicy | null }>(
    client,
    'fallback.policy',
    'select alert_policy as policy from organizations where id = $1',
    [organizationId],
  )
  return (rows[0]?.policy ?? defaultAlertPolicy).fallback
}

type About = { organizationId: string; touchpointId: string | null }

/** Who is told where nobody who is meant is there: whom the settings name, or the administrators. Never `but`, if there is anybody else. */
export const findFallback = async (
  client: PoolClient,
  { organizationId, touchpointId }: About,
  but?: string,
): Promise<Named[]> => {
  const to = await readFallback(client, organizationId)
  const named = await findRecipients(client, { organizationId, to, touchpointId, customerId: null })
  const others = named.filter(({ email }) => email !== but)
  const found = others.length > 0 ? others : await findAdministrators(client, organizationId)
  return found.map(({ insteadOf: _, ...person }) => ({ ...person, why: { kind: 'fallback' } }))
}
