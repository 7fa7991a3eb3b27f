import { hot, withTransaction } from '../connection'
import { takeRollups } from '../score/lock-rollups'
import { drift, recount, rollupColumns } from '../score/recount'
import type { WorkTurn } from '../work/claim-work'
import type { RollupSlice } from './rollup-slices'

const which = `organization_id = $1 and survey_id = $2 and day >= ($3 || '-01')::char(10) and day <= ($3 || '-31')::char(10)`

/**
 * Recounts a survey's month in one transaction, in which nobody adds to its rollups, and replaces them where any differs; the work's row
 * moves on with it. Answers false, having changed nothing, where the work isn't this attempt's any more.
 */
export const rebuildSlice = (turn: WorkTurn, { surveyId, month }: RollupSlice, done: number, total: number): Promise<boolean> =>
  withTransaction(async (client) => {
    const { organizationId, id, attempt } = turn
    const slice = [organizationId, surveyId, month]
    // Lost with a crash, a slice is only counted again: nobody waits for the disk.
    await client.query('set local statement_timeout = 0; set local synchronous_commit = off')
    await takeRollups(client, { organizationId, surveyId })
    // Planned once a connection: planning it over all months takes longer than most slices.
    const { rows } = await hot<{ drift: number; rollups: number }>(client, 'rollups.drift', drift(which), slice)
    const found = rows[0] ?? { drift: 0, rollups: 0 }
    const { rowCount } = await client.query(
      `update rollup_rebuilds set position = $4, done = $5, total = $6, mended = mended + $7, rollups = rollups + $8
        where organization_id = $1 and id = $2 and state = 'running' and attempts = $3`,
      [organizationId, id, attempt, `${surveyId}/${month}`, done, total, found.drift, found.rollups],
    )
    if (rowCount !== 1) return false
    if (found.drift > 0) {
      await client.query(`delete from rollups where ${which}`, slice)
      await client.query(`insert into rollups (${rollupColumns}) ${recount(which)}`, slice)
    }
    return true
  })
