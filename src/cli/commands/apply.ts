import { applyProgramme } from '@/pipeline/design/apply-programme'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { type Command, complain, type Failed, say } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { readProgrammeFile } from '../read-programme-file'

const complainOf = (file: string, { error, detail, errors }: Failed): void => {
  for (const { path, message } of errors ?? []) complain(`${file}: ${path || 'the file'} ${message}`)
  complain(errors ? 'Nothing was changed; mend these places and apply again.' : `${file}: ${detail ?? error}`)
}

/** On one line, and short: a plan is read, not parsed. */
const inShort = (value: unknown): string => {
  if (value === undefined) return 'nothing'
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 59).toWellFormed()}…` : text
}

const tellPlan = async (id: string, file: string, input: unknown): Promise<number> => {
  const outcome = await planProgramme(id, input)
  if ('error' in outcome) {
    complainOf(file, outcome)
    return 1
  }
  for (const { kind, key, plan, fields } of outcome.plan) {
    say(`${plan} ${[kind, key].filter(Boolean).join(' ')}`)
    for (const { path, before, after } of fields) say(`  ${path}: ${inShort(before)} → ${inShort(after)}`)
  }
  const count = (wanted: string) => outcome.plan.filter(({ plan }) => plan === wanted).length
  say(`${count('create')} to create, ${count('change')} to change, ${count('leave')} to leave; nothing was changed`)
  return 0
}

export const applyCommand: Command = {
  name: 'apply',
  summary: 'Apply a programme from a YAML or JSON file ("-" reads standard input), all of it or nothing',
  positionals: ['FILE'],
  options: { 'dry-run': { summary: 'only say what would be created, changed and left' }, ...organizationOption },
  run: async (args) => {
    const [file = '-'] = args.positionals
    const read = await readProgrammeFile(file)
    if ('error' in read) {
      complain(read.error)
      return 1
    }
    const { id } = await organizationOf(args)
    if (args.options['dry-run']) return tellPlan(id, file, read.value)
    const outcome = await applyProgramme(id, read.value, { by: 'cli' })
    if ('error' in outcome) {
      complainOf(file, outcome)
      return 1
    }
    const changed = outcome.applied.filter(({ change }) => change !== 'unchanged')
    for (const { kind, key, change } of changed) say(`${change} ${[kind, key].filter(Boolean).join(' ')}`)
    say(changed.length === 0 ? 'nothing to change' : `${changed.length} of ${outcome.applied.length} changed`)
    return 0
  },
}
