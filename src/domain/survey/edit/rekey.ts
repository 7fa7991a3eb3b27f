import type { Question } from '../definition'
import type { Item, List, Operation, Place } from './operation'

/** Where somebody else took a key first: the place of what mine is called from now on. */
export type Rekeyed =
  | { kind: 'page' | 'question' | 'quota'; from: string; to: string }
  | { kind: 'part'; question: string; from: string; to: string }

const inPlace = (place: Place, change: Rekeyed): Place => {
  if (place.length === 0) return place
  if (place.length === 2) return change.kind === place[0] && place[1] === change.from ? ([place[0], change.to] as Place) : place
  const [name, question, key] = place
  if (change.kind === 'question' && question === change.from) return [name, change.to, key]
  return change.kind === 'part' && question === change.question && key === change.from ? [name, question, change.to] : place
}

const inList = (list: List, change: Rekeyed): List => {
  if (list.length === 1) return list
  const holder = list[0] === 'questions' ? 'page' : 'question'
  return change.kind === holder && list[1] === change.from ? ([list[0], change.to] as List) : list
}

const concerns = (list: List, change: Rekeyed): boolean => {
  if (list[0] === 'pages') return change.kind === 'page'
  if (list[0] === 'quotas') return change.kind === 'quota'
  if (list[0] === 'questions') return change.kind === 'question'
  return change.kind === 'part' && change.question === list[1]
}

/** What an operation is when its own thing has another key than it was made with. */
export const rekey = (operation: Operation, change: Rekeyed): Operation => {
  const keyOf = (key: string, list: List): string => (concerns(list, change) && key === change.from ? change.to : key)
  switch (operation.do) {
    case 'set':
      return { ...operation, at: inPlace(operation.at, change) }
    case 'turn': {
      const follow = (question: Question): Question =>
        change.kind === 'question' && question.key === change.from ? { ...question, key: change.to } : question
      return { do: 'turn', was: follow(operation.was), to: follow(operation.to) }
    }
    case 'move':
      return {
        ...operation,
        key: keyOf(operation.key, operation.from),
        from: inList(operation.from, change),
        to: inList(operation.to, change),
        after: operation.after === null ? null : keyOf(operation.after, operation.to),
      }
    default: {
      const item: Item = { ...operation.item, key: keyOf(operation.item.key, operation.in) }
      const after = operation.after === null ? null : keyOf(operation.after, operation.in)
      return { ...operation, in: inList(operation.in, change), after, item }
    }
  }
}

/** The change of key that lets an insertion, or a question of another kind, stand beside what took its key. */
export const changeFor = (operation: Operation & { do: 'insert' | 'turn' }, to: string): Rekeyed => {
  if (operation.do === 'turn') return { kind: 'question', from: operation.to.key, to }
  const [list, holder = ''] = operation.in
  const from = operation.item.key
  if (list === 'options' || list === 'rows' || list === 'columns') return { kind: 'part', question: holder, from, to }
  return { kind: list === 'pages' ? 'page' : list === 'quotas' ? 'quota' : 'question', from, to }
}
