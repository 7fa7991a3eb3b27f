import type { Command } from './command'

const usageOf = ({ name, positionals = [], options = {} }: Command): string => {
  const required = Object.entries(options).filter(([, spec]) => spec.isRequired)
  return [name, ...positionals, ...required.map(([option, { value }]) => `--${option}${value ? ` ${value}` : ''}`)].join(' ')
}

const columns = (rows: [string, string][]): string => {
  const width = Math.max(...rows.map(([left]) => left.length)) + 2
  return rows.map(([left, right]) => `  ${left.padEnd(width)}${right}`).join('\n')
}

export const helpFor = (command: Command): string => {
  const options = Object.entries(command.options ?? {}).map(([option, { value, summary, isRequired }]): [string, string] => [
    `--${option}${value ? ` ${value}` : ''}`,
    `${summary}${isRequired ? '' : ' (optional)'}`,
  ])
  return `${command.summary}\n\nUsage: npm run --silent cli -- ${usageOf(command)}\n\n${columns([...options, ['--help', 'this text']])}`
}

export const helpForAll = (commands: readonly Command[]): string =>
  `Usage: npm run --silent cli -- COMMAND [options]\n\n${columns(commands.map((command) => [usageOf(command), command.summary]))}\n\n` +
  'Every command has --help. Exit status: 0 done, 1 failed, 2 wrong usage.'
