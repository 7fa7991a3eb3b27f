import { countRollupDrift, rebuildRollups } from '@/pipeline/operate/rebuild-rollups'
import { type Command, say } from '../command'
import { organizationOf, organizationOption } from '../organization'

export const rebuildRollupsCommand: Command = {
  name: 'rollups rebuild',
  summary: 'Count every rollup anew from the scores; says how many were wrong before (none, unless something is amiss)',
  options: organizationOption,
  run: async (args) => {
    const { id } = await organizationOf(args)
    const drift = await countRollupDrift(id)
    const made = await rebuildRollups(id)
    say(`${made} rollups, ${drift} of them different from before`)
    return 0
  },
}
