import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { readExportRequest } from '@/pipeline/analyze/read-export-request'
import { streamExport } from '@/pipeline/analyze/write-export'
import { getSettings } from '@/pipeline/operate/get-settings'
import { type Command, complain, expectDone, text } from '../command'
import { organizationOf, organizationOption } from '../organization'
import { showProgress } from '../show-progress'

const keys = ['survey', 'touchpoint', 'journey', 'channel', 'status', 'tag'] as const
const names = [...keys, 'from', 'to', 'search', 'where'] as const

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
    format: { value: 'F', summary: 'csv, xlsx or jsonl; without it, as the file’s name ends' },
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
    const content = expectDone(
      readExportRequest({
        ...Object.fromEntries(names.map((name) => [name, text(args, name)])),
        format: text(args, 'format') ?? /\.(\w+)$/.exec(file)?.[1] ?? 'csv',
        isCoded: args.options.codes === true,
        locale: text(args, 'language') ?? organization.locale,
        timeZone: organization.timeZone,
      }),
    )
    const progress = showProgress('responses')
    const rows = await streamExport({ organizationId, ...content }, progress.tell, keepIn(file))
    progress.end()
    const count = typeof rows === 'number' ? rows : expectDone(rows)
    complain(`${count.toLocaleString('en')} responses`)
    return 0
  },
}
