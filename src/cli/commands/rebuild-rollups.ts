import { followRebuild, requestRebuild } from '@/pipeline/operate/rebuild-rollups'
import { type Command, complain, expectDone, say, text, UsageError } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { showProgress } from '../show-progress'

export const rebuildRollupsCommand: Command = {
  name: 'rollups rebuild',
  summary:
    'Count rollups anew from the scores, also while answers arrive; says how many were wrong (none, unless something is amiss)',
  options: {
    survey: { value: 'KEY', summary: 'of this survey alone' },
    touchpoint: { value: 'KEY', summary: 'of the surveys that are or were at this touchpoint' },
    ...organizationOption,
  },
  run: async (args) => {
    const { id: organizationId } = await organizationOf(args)
    const [survey, touchpoint] = [text(args, 'survey'), text(args, 'touchpoint')]
    if (survey && touchpoint) throw new UsageError('give a survey or a touchpoint, not both')
    const { id, isNew } = expectDone(await requestRebuild({ organizationId, by: 'cli', survey, touchpoint }))
    if (!isNew) complain('A recount of the same is under way; this one joins it.')
    const progress = showProgress('slices')
    const { state, mended, rollups, fault } = await followRebuild({ organizationId, id }, progress.tell)
    progress.end()
    if (state === 'done') say(`${rollups} rollups, ${mended} of them different from before`)
    else
      complain(
        state === 'cancelled' ? 'The recount was cancelled; what it had mended stays so.' : `The recount failed: ${fault}.`,
      )
    return state === 'done' ? 0 : 1
  },
}
