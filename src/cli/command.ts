export interface OptionSpec {
  /** shown in the help after the name: KEY, N; without it the option is a switch */
  value?: string
  summary: string
  isRequired?: boolean
}

export interface Arguments {
  positionals: string[]
  options: Readonly<Record<string, string | true | undefined>>
}

/** A command of the operator. `run` gives the exit status; what it prints to standard output is its result alone. */
export interface Command {
  /** words as typed: `api-key create` */
  name: string
  summary: string
  /** names of the positional arguments, all required */
  positionals?: readonly string[]
  options?: Readonly<Record<string, OptionSpec>>
  run(args: Arguments): Promise<number>
}

/** A wrong use of a command: told in one line, exit status 2. */
export class UsageError extends Error {
  override name = 'UsageError'
}

/** The text of an option that takes a value. */
export const text = (args: Arguments, name: string): string | undefined => {
  const value = args.options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that `isRequired` guarantees. */
export const requiredText = (args: Arguments, name: string): string => {
  const value = text(args, name)
  if (!value) throw new UsageError(`--${name} is missing`)
  return value
}

export interface Failed {
  error: string
  detail?: string
  errors?: { path: string; message: string }[]
}

const hasFailed = (outcome: object): outcome is Failed => 'error' in outcome

/** The outcome of a use case, or, when it refused the input, wrong usage in its own words. */
export const expectDone = <T extends object>(outcome: T): Exclude<T, Failed> => {
  if (hasFailed(outcome)) throw new UsageError(outcome.detail ?? outcome.error)
  return outcome as Exclude<T, Failed>
}

export const say = (line: string): void => void process.stdout.write(`${line}\n`)
export const complain = (line: string): void => void process.stderr.write(`${line}\n`)
