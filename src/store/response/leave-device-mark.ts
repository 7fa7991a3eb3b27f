import { pool } from '../connection'

type Mark = { organizationId: string; surveyId: string; mark: string; first: string; at: Date }

/** Leaves a device's mark. False if another response left it before: then this device answers again. */
export const leaveDeviceMark = async ({ organizationId, surveyId, mark, first, at }: Mark): Promise<boolean> => {
  const { rows } = await pool().query<{ first: string }>(
    `insert into device_marks as old (organization_id, survey_id, mark, first, at) values ($1, $2, $3, $4, $5)
     on conflict (organization_id, survey_id, mark) do update set first = old.first returning first`,
    [organizationId, surveyId, mark, first, at],
  )
  return rows[0]?.first === first
}

/** Forgets the marks of days gone by; answers how many. */
export const forgetDeviceMarks = async (olderThanHours: number): Promise<number> =>
  (await pool().query('delete from device_marks where at < now() - make_interval(hours => $1)', [olderThanHours])).rowCount ?? 0
