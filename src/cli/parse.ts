import { parseArgs } from 'node:util'
import { type Arguments, type Command, UsageError } from './command'

/** Finds the command by its first words and gives the words after it. */
export const findCommand = (
  commands: readonly Command[],
  words: readonly string[],
): { command: Command; rest: string[] } | undefined => {
  const command = commands.find(({ name }) => name.split(' ').every((part, index) => words[index] === part))
  return command && { command, rest: words.slice(command.name.split(' ').length) }
}

/** Reads the words after a command's name; throws `UsageError` for what the command doesn't know or lacks. */
export const parseArguments = (command: Command, words: string[]): Arguments & { wantsHelp: boolean } => {
  const specs = command.options ?? {}
  const types = Object.fromEntries(
    Object.entries(specs).map(([name, { value }]) => [name, { type: value ? ('string' as const) : ('boolean' as const) }]),
  )
  let parsed: ReturnType<typeof parseArgs>
  try {
    parsed = parseArgs({ args: words, options: { ...types, help: { type: 'boolean' } }, allowPositionals: true, strict: true })
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error))
  }
  const options = parsed.values as Record<string, string | true | undefined>
  const { positionals } = parsed
  if (options.help) return { positionals, options, wantsHelp: true }
  const wanted = command.positionals ?? []
  if (positionals.length < wanted.length) throw new UsageError(`${wanted[positionals.length]} is missing`)
  if (positionals.length > wanted.length) throw new UsageError(`"${positionals[wanted.length]}" is one argument too many`)
  for (const [name, { isRequired }] of Object.entries(specs))
    if (isRequired && !options[name]) throw new UsageError(`--${name} is missing`)
  return { positionals, options, wantsHelp: false }
}
