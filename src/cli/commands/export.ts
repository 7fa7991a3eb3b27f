import { exportProgramme, exportProgrammeYaml } from '@/pipeline/design/export-programme'
import { type Command, say } from '../command'
import { organizationOf, organizationOption } from '../organization'

export const exportCommand: Command = {
  name: 'export',
  summary: 'Print the programme as YAML, in the shape that apply takes; passwords are not in it',
  options: { json: { summary: 'as JSON' }, ...organizationOption },
  run: async (args) => {
    const { id } = await organizationOf(args)
    say((args.options.json ? JSON.stringify(await exportProgramme(id), null, 2) : await exportProgrammeYaml(id)).trimEnd())
    return 0
  },
}
