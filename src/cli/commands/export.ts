import { stringify } from 'yaml'
import { exportProgramme } from '@/pipeline/design/export-programme'
import { type Command, say } from '../command'
import { organizationOf, organizationOption } from '../organization'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Print the programme as YAML, in the shape that apply takes; passwords are not in it',
  options: { json: { summary: 'as JSON' }, ...organizationOption },
  run: async (args) => {
    const { id } = await organizationOf(args)
    const programme = await exportProgramme(id)
    say(
      (args.options.json
        ? JSON.stringify(programme, null, 2)
        : stringify(programme, { lineWidth: 120, aliasDuplicateObjects: false })
      ).trimEnd(),
    )
    return 0
  },
}
