import { v7 as uuidV7 } from 'uuid'
import type { Localized } from '@/domain/localized'
import type { WorkFault, WorkState } from '@/domain/work'
import { pool } from '../connection'
import type { WorkKey, WorkTurn } from '../work/claim-work'
import type { RollupScope } from './rollup-slices'

export type RebuildRow = {
  id: string
  by: string
  state: WorkState
  surveyId: string | null
  touchpointId: string | null
  surveyKey: string | null
  touchpointKey: string | null
  surveyTitle: Localized | null
  touchpointName: Localized | null
  /** in slices */
  done: number
  total: number | null
  position: string | null
  /** how many rollups differed, and how many there are */
  mended: number
  rollups: number
  /** why it failed */
  fault: WorkFault | null
  createdAt: Date
  finishedAt: Date | null
}

const select = `
  select b.id, b.by, b.state, b.survey_id as "surveyId", b.touchpoint_id as "touchpointId", s.key as "surveyKey", t.key as "touchpointKey",
         s.draft->'title' as "surveyTitle", t.name as "touchpointName", b.done, b.total, b.position, b.mended, b.rollups, b.error as fault,
         b.created_at as "createdAt", b.finished_at as "finishedAt"
    from rollup_rebuilds b
    left join surveys s on s.organization_id = b.organization_id and s.id = b.survey_id
    left join touchpoints t on t.organization_id = b.organization_id and t.id = b.touchpoint_id`

/** Writes down that rollups are to be recounted; undefined where that is already under way in the organization. */
export const addRebuild = async (scope: RollupScope, by: string): Promise<string | undefined> => {
  const id = uuidV7()
  const { rowCount } = await pool().query(
    `insert into rollup_rebuilds (organization_id, id, by, survey_id, touchpoint_id) values ($1, $2, $3, $4, $5)
     on conflict (organization_id) where state in ('waiting', 'running') do nothing`,
    [scope.organizationId, id, by, scope.surveyId, scope.touchpointId],
  )
  return rowCount === 1 ? id : undefined
}

export const findRebuild = async ({ organizationId, id }: WorkKey): Promise<RebuildRow | undefined> => {
  const { rows } = await pool().query<RebuildRow>(`${select} where b.organization_id = $1 and b.id = $2`, [organizationId, id])
  return rows[0]
}

/** The one under way, else the last. */
export const findLatestRebuild = async (organizationId: string): Promise<RebuildRow | undefined> => {
  const { rows } = await pool().query<RebuildRow>(
    `${select} where b.organization_id = $1 order by b.created_at desc, b.id desc limit 1`,
    [organizationId],
  )
  return rows[0]
}

export const finishRebuild = async ({ organizationId, id, attempt }: WorkTurn, total: number): Promise<void> => {
  await pool().query(
    `update rollup_rebuilds set state = 'done', done = $4, total = $4, lease_until = null, finished_at = now()
      where organization_id = $1 and id = $2 and state = 'running' and attempts = $3`,
    [organizationId, id, attempt, total],
  )
}

/** Ends it where it is; what was mended stays so. Answers whether there was anything to end. */
export const cancelRebuild = async ({ organizationId, id }: WorkKey): Promise<boolean> => {
  const { rowCount } = await pool().query(
    `update rollup_rebuilds set state = 'cancelled', lease_until = null, finished_at = now()
      where organization_id = $1 and id = $2 and state in ('waiting', 'running')`,
    [organizationId, id],
  )
  return rowCount === 1
}
