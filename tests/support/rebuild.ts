import { getRebuild, type RebuildRow, rebuildRollups, requestRebuild } from '@/pipeline/operate/rebuild-rollups'

/** Asks for a recount of rollups and does it at once. */
export const recountAll = async (
  organizationId: string,
  scope: { survey?: string; touchpoint?: string } = {},
): Promise<RebuildRow> => {
  const asked = await requestRebuild({ organizationId, by: 'ada@shop.example', ...scope })
  if ('error' in asked) throw new Error(asked.error)
  if (!(await rebuildRollups({ organizationId, id: asked.id }))) throw new Error('somebody else does the recount')
  const row = await getRebuild(organizationId, asked.id)
  if (!row) throw new Error('the recount is gone')
  return row
}
