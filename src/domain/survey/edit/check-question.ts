import { isCalendarDay } from '../kinds/check-date'
import type { Option, Question, QuestionOf } from '../question'
import { checkCondition, checkText, isAddress, type Note } from './check-value'
import type { Place } from './operation'

const isKey = (key: string): boolean => /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(key) && !(key in {})

const reserved = ['nps', 'csat', 'ces', 'sentiment']

type Bounds = { low: number; high: number; isWhole?: boolean }

const checkNumber = (note: Note, name: string, value: number | undefined, { low, high, isWhole = true }: Bounds): void => {
  if (value === undefined) return
  if (!Number.isFinite(value) || value < low || value > high || (isWhole && !Number.isInteger(value)))
    note('out_of_range', name, `${low}–${high}`)
}

const checkOrder = (note: Note, name: string, low: unknown, high: unknown): void => {
  if (low !== undefined && high !== undefined && (low as number) > (high as number)) note('crossed', name)
}

type Parts = { part: 'option' | 'row' | 'column'; items: readonly Option[]; least: number }

const checkParts = (question: Question, { part, items, least }: Parts, noteFor: (place: Place) => Note): void => {
  const note = noteFor(['question', question.key])
  const name = `${part}s`
  if (items.length < least) note('too_few', name, least)
  if (items.length > 200) note('too_many', name, 200)
  const seen = new Set<string>()
  for (const item of items) {
    const own = noteFor([part, question.key, item.key])
    if (!isKey(item.key)) own('key_unfit', 'key', item.key)
    if (seen.has(item.key)) own('key_taken', 'key', item.key)
    seen.add(item.key)
    checkText(own, 'text', item.text, true)
    checkCondition(own, 'showIf', item.showIf)
    if ('image' in item && !isAddress(String(item.image))) own('address_unfit', 'image', String(item.image))
  }
}

const least = (kind: Question['kind']): number => (kind === 'ranking' || kind === 'constant_sum' ? 2 : 1)

const sliderBounds = { low: -1e6, high: 1e6, isWhole: false }

const checkSlider = ({ low, high, step }: QuestionOf<'slider'>, note: Note): void => {
  checkNumber(note, 'low', low, sliderBounds)
  checkNumber(note, 'high', high, sliderBounds)
  checkNumber(note, 'step', step, { ...sliderBounds, low: 0.001 })
  if (low >= high) note('crossed', 'high')
  else if (step > high - low) note('out_of_range', 'step', `0.001–${high - low}`)
}

const checkSeveral = ({ options, other, minimum, maximum }: QuestionOf<'multi_choice'>, note: Note): void => {
  const most = options.filter(({ exclusive }) => !exclusive).length + (other ? 1 : 0)
  checkNumber(note, 'minimum', minimum, { low: 0, high: most })
  checkNumber(note, 'maximum', maximum, { low: 1, high: Number.MAX_SAFE_INTEGER })
  checkOrder(note, 'minimum', minimum, maximum)
}

const checkAmount = ({ minimum, maximum, decimals }: QuestionOf<'number'>, note: Note): void => {
  checkNumber(note, 'minimum', minimum, { low: -1e12, high: 1e12, isWhole: false })
  checkNumber(note, 'maximum', maximum, { low: -1e12, high: 1e12, isWhole: false })
  checkNumber(note, 'decimals', decimals, { low: 0, high: 6 })
  checkOrder(note, 'minimum', minimum, maximum)
}

const checkWords = ({ minLength, maxLength, long }: QuestionOf<'text'>, note: Note): void => {
  checkNumber(note, 'minLength', minLength, { low: 1, high: 10_000 })
  checkNumber(note, 'maxLength', maxLength, { low: 1, high: 10_000 })
  checkOrder(note, 'minLength', minLength, maxLength ?? (long ? 5000 : 500))
}

const checkDate = (question: QuestionOf<'date'>, note: Note): void => {
  for (const name of ['earliest', 'latest'] as const)
    if (question[name] !== undefined && !isCalendarDay(question[name])) note('day_unfit', name)
  checkOrder(note, 'earliest', question.earliest, question.latest)
}

const checkContact = ({ fields, needed }: QuestionOf<'contact'>, note: Note): void => {
  if (fields.length === 0) note('nothing_chosen', 'fields')
  if (needed?.length === 0 || needed?.some((field) => !fields.includes(field))) note('nothing_chosen', 'needed')
}

const checkFiles = ({ maximum, maxBytes, types }: QuestionOf<'file'>, note: Note): void => {
  checkNumber(note, 'maximum', maximum, { low: 1, high: 10 })
  checkNumber(note, 'maxBytes', maxBytes, { low: 1024, high: 25 * 1024 * 1024 })
  if (types.length === 0) note('nothing_chosen', 'types')
}

const checkSettings = (question: Question, note: Note): void => {
  if (question.kind === 'rating') checkNumber(note, 'scale', question.scale, { low: 3, high: 10 })
  if (question.kind === 'slider') checkSlider(question, note)
  if (question.kind === 'number') checkAmount(question, note)
  if (question.kind === 'multi_choice') checkSeveral(question, note)
  if (question.kind === 'ranking') checkNumber(note, 'top', question.top, { low: 1, high: question.options.length })
  if (question.kind === 'constant_sum') checkNumber(note, 'total', question.total, { low: 1, high: 1_000_000 })
  if (question.kind === 'text') checkWords(question, note)
  if (question.kind === 'date') checkDate(question, note)
  if (question.kind === 'contact') checkContact(question, note)
  if (question.kind === 'consent' && question.link !== undefined && !isAddress(question.link))
    note('address_unfit', 'link', question.link)
  if (question.kind === 'file') checkFiles(question, note)
  if (question.kind === 'statement' && question.required) note('statement_required', 'required')
}

/** What a question lacks. */
export const checkQuestion = (question: Question, noteFor: (place: Place) => Note): void => {
  const note = noteFor(['question', question.key])
  if (!isKey(question.key)) note('key_unfit', 'key', question.key)
  else if (reserved.includes(question.key) && question.key !== question.kind) note('key_reserved', 'key', question.key)
  checkText(note, 'text', question.text, true)
  checkText(note, 'hint', question.hint)
  checkCondition(note, 'showIf', question.showIf)
  if ('ends' in question) {
    checkText(note, 'ends', question.ends?.low)
    checkText(note, 'ends', question.ends?.high)
  }
  if ('unit' in question) checkText(note, 'unit', question.unit)
  if ('options' in question)
    checkParts(question, { part: 'option', items: question.options, least: least(question.kind) }, noteFor)
  if ('rows' in question) checkParts(question, { part: 'row', items: question.rows, least: 1 }, noteFor)
  if ('columns' in question) checkParts(question, { part: 'column', items: question.columns, least: 2 }, noteFor)
  checkSettings(question, note)
}
