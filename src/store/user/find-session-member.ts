import type { Localized } from '@/domain/localized'
import { pool } from '../connection'

/** Who is signed in, with what every screen needs of their organization. */
export type SessionMember = {
  userId: string
  memberId: string
  organizationId: string
  organizationKey: string
  organizationName: Localized
  timeZone: string
  email: string
  name: string
  role: string
  locale: string | null
}

export type SessionKey = { userId: string; organizationId: string; sessionVersion: number }

export const findSessionMember = async (key: SessionKey): Promise<SessionMember | null> => {
  const { rows } = await pool().query<SessionMember>(
    `select u.id as "userId", m.id as "memberId", o.id as "organizationId", o.key as "organizationKey", o.name as "organizationName",
            o.time_zone as "timeZone", u.email, m.name, m.role, u.locale
       from users u
       join members m on m.user_id = u.id and m.organization_id = $2 and m.is_active
       join organizations o on o.id = m.organization_id
      where u.id = $1 and u.session_version = $3`,
    [key.userId, key.organizationId, key.sessionVersion],
  )
  return rows[0] ?? null
}
