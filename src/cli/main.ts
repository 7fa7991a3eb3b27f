import { WrongVariable } from '@/config/env'
import { log } from '@/observe/logger'
import { closeConnections } from '@/pipeline/operate/close-connections'
import { complain, say, UsageError } from './command'
import { commands } from './commands'
import { helpFor, helpForAll } from './help'
import { findCommand, parseArguments } from './parse'

const execute = async (words: string[]): Promise<number> => {
  const found = findCommand(commands, words)
  if (!found) {
    const wantsHelp = words.length === 0 || words.includes('--help') || words[0] === 'help'
    if (!wantsHelp) complain(`There is no command "${words.filter((word) => !word.startsWith('-')).join(' ')}".\n`)
    ;(wantsHelp ? say : complain)(helpForAll(commands))
    return wantsHelp ? 0 : 2
  }
  const { wantsHelp, ...args } = parseArguments(found.command, found.rest)
  if (wantsHelp) {
    say(helpFor(found.command))
    return 0
  }
  return found.command.run(args)
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message || String((error as { code?: unknown }).code ?? error.name) : String(error)

const main = async (): Promise<number> => {
  const words = process.argv.slice(2)
  try {
    return await execute(words)
  } catch (error) {
    if (error instanceof UsageError) {
      complain(
        `${error.message}. See: npm run --silent cli -- ${words
          .filter((word) => !word.startsWith('-'))
          .slice(0, 2)
          .join(' ')} --help`,
      )
      return 2
    }
    complain(messageOf(error))
    if (!(error instanceof WrongVariable)) log().debug({ err: error }, 'a command failed')
    return 1
  }
}

const status = await main()
await closeConnections()
// Timers of the database client may outlive its connections; nobody should wait for them.
process.exit(status)
