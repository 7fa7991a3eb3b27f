import { addCounts } from '@/domain/analysis/anonymity'
import { addSums } from '@/domain/analysis/summarize'
import { inGroups } from '@/domain/in-groups'
import { pool } from '../connection'
import { once } from './reading'
import { type RollupFilter, rollupParameters, rollupWhere, sumColumns } from './rollup-filter'
import type { ByRow } from './sum-by'

type By = 'touchpoint' | 'channel'
export type PlaceRow = ByRow<'touchpoint'> & ByRow<'channel'>

const columns: Record<By, string> = { touchpoint: 'r.touchpoint_id', channel: 'r.channel' }
const placeOf = ({ touchpointId, channel }: PlaceRow, by: By): object => (by === 'touchpoint' ? { touchpointId } : { channel })

const addRows = (a: PlaceRow, b: PlaceRow): PlaceRow => {
  const bins = a.bins && b.bins && { bins: addCounts(a.bins, b.bins) }
  return { ...a, ...addSums(a, b), ...bins }
}

const readPlaces = async (filter: RollupFilter, ways: readonly By[]): Promise<PlaceRow[]> => {
  const told = { touchpoint: 'null::uuid', channel: 'null::text' }
  for (const by of ways) told[by] = columns[by]
  const { rows } = await pool().query<PlaceRow>(
    `select r.metric, ${told.touchpoint} as "touchpointId", ${told.channel} as channel, ${sumColumns(filter)}
       from rollups r where ${rollupWhere} group by r.metric, ${ways.map((by) => columns[by])} having sum(r.n) > 0`,
    rollupParameters(filter),
  )
  return rows
}

/**
 * One row a metric and touchpoint or channel that has answers, from rollups. For a screen, which asks for both, touchpoints and their
 * channels are read once: that takes as long as either.
 */
export const sumPlaces = async <B extends By>({ reading, ...asked }: RollupFilter, by: B): Promise<ByRow<B>[]> => {
  const ways: readonly By[] = reading ? ['touchpoint', 'channel'] : [by]
  const rows = await once(reading?.places, asked, () => readPlaces(asked, ways))
  const groups = inGroups(rows, (row) => `${row.metric}\u0000${by === 'touchpoint' ? row.touchpointId : row.channel}`)
  return [...groups.values()].flatMap((group) => {
    const [first, ...more] = group
    if (!first) return []
    const { metric, touchpointId: _, channel: __, ...sums } = more.reduce(addRows, first)
    return [{ metric, ...placeOf(first, by), ...sums } as unknown as ByRow<B>]
  })
}
