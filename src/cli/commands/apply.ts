import { applyProgramme } from '@/pipeline/design/apply-programme'
import { type Command, complain, say } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { readProgrammeFile } from '../read-programme-file'

export const applyCommand: Command = {
  name: 'apply',
  summary: 'Apply a programme from a YAML or JSON file ("-" reads standard input), all of it or nothing',
  positionals: ['FILE'],
  options: organizationOption,
  run: async (args) => {
    const [file = '-'] = args.positionals
    const read = await readProgrammeFile(file)
    if ('error' in read) {
      complain(read.error)
      return 1
    }
    const { id } = await organizationOf(args)
    const outcome = await applyProgramme(id, read.value)
    if ('error' in outcome) {
      for (const { path, message } of outcome.errors ?? []) complain(`${file}: ${path || 'the file'} ${message}`)
      complain(
        `${outcome.errors ? 'Nothing was changed; mend these places and apply again.' : `${file}: ${outcome.detail ?? outcome.error}`}`,
      )
      return 1
    }
    const changed = outcome.applied.filter(({ change }) => change !== 'unchanged')
    for (const { kind, key, change } of changed) say(`${change} ${[kind, key].filter(Boolean).join(' ')}`)
    say(changed.length === 0 ? 'nothing to change' : `${changed.length} of ${outcome.applied.length} changed`)
    return 0
  },
}
