import type { Question, QuestionKind } from '../question'
import type { Draft, Item, List, Place } from './operation'
import { findQuestion } from './places'

const base = ['key', 'kind', 'text', 'hint', 'required', 'showIf', 'anchored', 'dimension', 'module', 'role']
const chosen = ['options', 'randomize']

/** The members that a kind has beside those of every question; `needed` are those it is never without. */
const members: Record<QuestionKind, { needed: readonly string[]; may: readonly string[] }> = {
  nps: { needed: [], may: ['ends'] },
  csat: { needed: [], may: ['ends'] },
  ces: { needed: [], may: ['ends'] },
  gap: { needed: [], may: ['ends'] },
  rating: { needed: ['scale'], may: ['shape', 'ends'] },
  slider: { needed: ['low', 'high', 'step'], may: ['ends'] },
  number: { needed: [], may: ['minimum', 'maximum', 'decimals', 'unit'] },
  single_choice: { needed: ['options'], may: [...chosen, 'other'] },
  dropdown: { needed: ['options'], may: [...chosen, 'other'] },
  multi_choice: { needed: ['options'], may: [...chosen, 'other', 'minimum', 'maximum'] },
  image_choice: { needed: ['options'], may: chosen },
  ranking: { needed: ['options'], may: [...chosen, 'top'] },
  constant_sum: { needed: ['options', 'total'], may: [...chosen, 'unit'] },
  matrix: { needed: ['rows', 'columns'], may: ['randomize'] },
  text: { needed: [], may: ['long', 'minLength', 'maxLength'] },
  date: { needed: [], may: ['earliest', 'latest'] },
  contact: { needed: ['fields'], may: ['needed'] },
  consent: { needed: [], may: ['link'] },
  file: { needed: ['maximum', 'maxBytes', 'types'], may: [] },
  statement: { needed: [], may: [] },
}

export const hasMember = (kind: QuestionKind, name: string): boolean =>
  base.includes(name) || members[kind].needed.includes(name) || members[kind].may.includes(name)

/** The members that an item of one of a question's lists may have. */
export const itemMembers = (kind: QuestionKind, part: string): readonly string[] => {
  if (part === 'column') return ['key', 'text']
  const own = kind === 'multi_choice' ? ['exclusive'] : kind === 'image_choice' ? ['image'] : []
  return ['key', 'text', 'showIf', 'anchored', ...own]
}

const partOf = { options: 'option', rows: 'row', columns: 'column' } as const

/** Whether what stands there is of a kind with such a member. Only questions and their items are of kinds. */
export const canHave = (draft: Draft, place: Place, name: string): boolean => {
  const kind = place.length > 1 ? findQuestion(draft, place[1] as string)?.kind : undefined
  if (kind === undefined || place[0] === 'page' || place[0] === 'quota') return true
  return place.length === 3 ? itemMembers(kind, place[0]).includes(name) : hasMember(kind, name)
}

/** The item as the question's kind has it: with a picture where all have one. Undefined where it says what the kind can't. */
export const shapeItem = (draft: Draft, list: List, item: Item): Item | undefined => {
  const [name, key] = list
  const kind = name in partOf && key !== undefined ? findQuestion(draft, key)?.kind : undefined
  if (kind === undefined) return item
  const may = itemMembers(kind, partOf[name as keyof typeof partOf])
  if (Object.entries(item).some(([member, value]) => value !== undefined && !may.includes(member))) return undefined
  return may.includes('image') && item.image === undefined ? { ...item, image: '' } : item
}

/** Whether a question has all that its kind needs and nothing that it doesn't know. */
export const fitsKind = (question: Question): boolean => {
  const own = Object.entries(question).filter(([, value]) => value !== undefined)
  if (!own.every(([name]) => hasMember(question.kind, name))) return false
  if (members[question.kind].needed.some((name) => (question as unknown as Record<string, unknown>)[name] === undefined))
    return false
  return Object.entries(partOf).every(([list, part]) => {
    const items = ((question as unknown as Record<string, unknown>)[list] ?? []) as readonly Item[]
    const may = itemMembers(question.kind, part)
    return items.every(
      (item) =>
        Object.entries(item).every(([name, value]) => value === undefined || may.includes(name)) &&
        (!may.includes('image') || item.image !== undefined),
    )
  })
}
