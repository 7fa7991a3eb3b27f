import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readCondition } from '@/domain/condition/read-condition'
import { type ExportFormat, exportFormats } from '@/domain/export/export'
import { streamExport } from '@/pipeline/analyze/write-export'
import { getSettings } from '@/pipeline/operate/get-settings'
import { type Arguments, type Command, complain, expectDone, text, UsageError } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { showProgress } from '../show-progress'

const keys = ['survey', 'touchpoint', 'journey', 'channel', 'status', 'tag'] as const

const formatOf = (args: Arguments, file: string): ExportFormat => {
  const asked = text(args, 'format') ?? /\.(\w+)$/.exec(file)?.[1] ?? 'csv'
  const format = exportFormats.find((one) => one === asked)
  if (!format) throw new UsageError(`the format "${asked}" isn't one of ${exportFormats.join(', ')}`)
  return format
}

const dayOf = (args: Arguments, name: string): string | undefined => {
  const day = text(args, name)
  if (day !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(day)) throw new UsageError(`--${name} must be a day such as 2026-05-01`)
  return day
}

const conditionOf = (args: Arguments) => {
  const where = text(args, 'where')
  if (where === undefined) return undefined
  const read = readCondition(where)
  if ('errors' in read) throw new UsageError(`--where: ${read.errors.map(({ message }) => message).join('; ')}`)
  return read.value
}

/** To a file under another name first: one that is there is whole. */
const keepIn = (file: string) => async (body: AsyncIterable<Uint8Array>) => {
  if (file === '-') return pipeline(Readable.from(body), process.stdout, { end: false })
  const part = `${file}.part`
  try {
    await pipeline(Readable.from(body), createWriteStream(part, { mode: 0o600 }))
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

export const exportAnswersCommand: Command = {
  name: 'export-answers',
  summary: 'Write responses with everything known of them, customers too, to FILE (- for standard output)',
  positionals: ['FILE'],
  options: {
    format: { value: 'F', summary: `${exportFormats.join(', ')}; without it, as the file's name ends` },
    codes: { summary: 'keys instead of labels' },
    language: { value: 'L', summary: 'of labels; the organization’s without it' },
    ...Object.fromEntries(keys.map((key) => [key, { value: 'KEY', summary: `with this ${key} alone` }])),
    from: { value: 'DAY', summary: 'from this day on' },
    to: { value: 'DAY', summary: 'up to this day' },
    search: { value: 'WORDS', summary: 'with these words in an answer' },
    where: { value: 'CONDITION', summary: 'that fit a condition, such as score.nps:lte:6' },
    ...organizationOption,
  },
  run: async (args) => {
    const { id: organizationId } = await organizationOf(args)
    const { organization } = await getSettings(organizationId, false)
    const [file = '-'] = args.positionals
    const [from, to] = [dayOf(args, 'from'), dayOf(args, 'to')]
    const asked = {
      ...Object.fromEntries(keys.map((key) => [key, text(args, key)])),
      timeZone: organization.timeZone,
      q: text(args, 'search'),
      where: conditionOf(args),
      period: from || to ? { from: from ?? '0001-01-01', to: to ?? '9999-12-31' } : undefined,
    }
    const progress = showProgress('responses')
    const rows = await streamExport(
      {
        organizationId,
        asked,
        hasCustomers: true,
        format: formatOf(args, file),
        values: args.options.codes ? 'codes' : 'labels',
        locale: text(args, 'language') ?? organization.locale,
      },
      progress.tell,
      keepIn(file),
    )
    progress.end()
    const count = typeof rows === 'number' ? rows : expectDone(rows)
    complain(`${count.toLocaleString('en')} responses`)
    return 0
  },
}
