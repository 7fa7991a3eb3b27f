import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** An active member with their account. */
export type Account = {
  organizationId: string
  organizationName: Localized
  memberId: string
  userId: string
  email: string
  name: string
  role: string
  /** the member's language, or the organization's */
  locale: string
  hasPassword: boolean
  sessionVersion: number
  invitedAt: Date | null
  /** whether the same person belongs to another organization too */
  isShared: boolean
}

const select = `
  select m.organization_id as "organizationId", o.name as "organizationName", m.id as "memberId", u.id as "userId", u.email, m.name, m.role,
         coalesce(u.locale, o.locale) as locale, u.password_hash is not null as "hasPassword", u.session_version as "sessionVersion",
         m.invited_at as "invitedAt", exists (select 1 from members x where x.user_id = u.id and x.organization_id <> m.organization_id) as "isShared"
    from members m join users u on u.id = m.user_id join organizations o on o.id = m.organization_id
   where m.is_active`

export const findAccount = async (organizationId: string, memberId: string): Promise<Account | undefined> =>
  (await pool().query<Account>(`${select} and m.organization_id = $1 and m.id = $2`, [organizationId, memberId])).rows[0]

/** The first membership of whoever has this address (in lower case); undefined for a stranger. */
export const findAccountByEmail = async (email: string): Promise<Account | undefined> =>
  (await pool().query<Account>(`${select} and u.email = $1 order by m.created_at, m.id limit 1`, [email])).rows[0]
