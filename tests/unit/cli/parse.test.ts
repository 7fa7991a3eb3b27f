import { describe, expect, test } from 'vitest'
import { type Command, UsageError } from '@/cli/command'
import { commands } from '@/cli/commands'
import { helpFor, helpForAll } from '@/cli/help'
import { findCommand, parseArguments } from '@/cli/parse'

const command: Command = {
  name: 'thing make',
  summary: 'Make a thing',
  positionals: ['FILE'],
  options: { name: { value: 'N', summary: 'its name', isRequired: true }, loud: { summary: 'say more' } },
  run: async () => 0,
}

describe('the command line', () => {
  test('finds a command of several words and leaves it the rest', () => {
    expect(findCommand([command], ['thing', 'make', 'a', '--loud'])).toEqual({ command, rest: ['a', '--loud'] })
    expect(findCommand([command], ['thing'])).toBeUndefined()
  })

  test('reads options and positional arguments', () => {
    expect(parseArguments(command, ['a.yaml', '--name', 'x', '--loud'])).toEqual({
      positionals: ['a.yaml'],
      options: { name: 'x', loud: true },
      wantsHelp: false,
    })
  })

  test.each([
    [['a'], '--name is missing'],
    [['--name', 'x'], 'FILE is missing'],
    [['a', 'b', '--name', 'x'], '"b" is one argument too many'],
    [['a', '--nope'], "Unknown option '--nope'"],
  ])('refuses %j', (words, message) => {
    expect(() => parseArguments(command, words)).toThrow(UsageError)
    expect(() => parseArguments(command, words)).toThrow(message)
  })

  test('help asks for nothing else', () => {
    expect(parseArguments(command, ['--help']).wantsHelp).toBe(true)
  })

  test('every command is in the help and explains each of its options', () => {
    const all = helpForAll(commands)
    for (const one of commands) {
      expect(all).toContain(one.name)
      for (const option of Object.keys(one.options ?? {})) expect(helpFor(one)).toContain(`--${option}`)
    }
  })
})
