import { clearRefusedAddresses } from '@/pipeline/act/clear-refused'
import { countRefused } from '@/pipeline/act/find-refused'
import { type Arguments, type Command, expectDone, say, text, UsageError } from '../command'
import { organizationOf, organizationOption } from '../organization'

/** Which marks, as the machine door takes them. */
const marksOf = (args: Arguments): object => {
  const [addresses, since, until] = [text(args, 'address'), text(args, 'since'), text(args, 'until')]
  const isAll = args.options.all === true
  if ([addresses, since, isAll || undefined].filter((one) => one !== undefined).length !== 1)
    throw new UsageError('say which: --address, --since or --all')
  if (until && !since) throw new UsageError('--until goes with --since')
  if (addresses) return { addresses: addresses.split(',').map((one) => one.trim()) }
  return since ? { since, ...(until ? { until } : {}) } : { all: true }
}

const many = (count: number, one: string, others: string): string => `${count} ${count === 1 ? one : others}`

export const clearBouncesCommand: Command = {
  name: 'bounces clear',
  summary: 'Have mail sent again to addresses that refused it; says how many, and does it with --yes',
  options: {
    address: { value: 'A,B', summary: 'these addresses' },
    since: { value: 'TIME', summary: 'those marked since then, such as 2026-05-01T08:00:00Z' },
    until: { value: 'TIME', summary: 'and before then' },
    all: { summary: 'all of them' },
    yes: { summary: 'do it: the marks can’t be brought back' },
    ...organizationOption,
  },
  run: async (args) => {
    const input = marksOf(args)
    const { id } = await organizationOf(args)
    const { marks, count } = expectDone(await countRefused(id, input))
    if (args.options.yes !== true) {
      say(`${many(count, 'mark', 'marks')} would be cleared, for good. Nothing was: add --yes to do it.`)
      return 0
    }
    const { cleared, waiting } = await clearRefusedAddresses(id, marks)
    say(
      `${many(cleared, 'mark', 'marks')} cleared; ${many(waiting, 'message', 'messages')} to them weren’t sent, and wait under Suppressed.`,
    )
    return 0
  },
}
