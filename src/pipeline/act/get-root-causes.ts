import { type CauseInTree, listTree, withDescendants } from '@/domain/case/options'
import { type CauseCount, countRootCauses } from '@/store/case/count-root-causes'
import { readCaseOptions } from '@/store/case/read-options'

/** A cause with what was resolved under it and everything below it; `share` is of all that was resolved. */
export type CauseShare = CauseInTree & { count: number; fixed: number; share: number }

const sumOf = (counts: readonly CauseCount[], keys: readonly string[]) =>
  counts
    .filter(({ rootCause }) => keys.includes(rootCause))
    .reduce((sum, { count, fixed }) => ({ count: sum.count + count, fixed: sum.fixed + fixed }), { count: 0, fixed: 0 })

/** What went wrong in the cases resolved since then, of one touchpoint or of all, down the tree. */
export const getRootCauses = async (
  organizationId: string,
  since: Date,
  touchpoint?: string | undefined,
): Promise<{ total: number; causes: CauseShare[] }> => {
  const [{ rootCauses }, all] = await Promise.all([readCaseOptions(organizationId), countRootCauses(organizationId, since)])
  const counts = touchpoint === undefined ? all : all.filter((one) => one.touchpoint === touchpoint)
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const causes = listTree(rootCauses).map((cause) => {
    const sums = sumOf(counts, withDescendants(rootCauses, cause.key))
    return { ...cause, ...sums, share: total === 0 ? 0 : sums.count / total }
  })
  return { total, causes: causes.filter(({ count }) => count > 0) }
}
