import type { Leaf } from '@/domain/condition/condition'
import { latestEvent } from '../alert/scored-facts'
import { type Bind, type Judge, judgesOf } from './judge'

/** What a statement around a condition calls its responses and its organization. */
export type Around = { bind: Bind; organization: string }
type Judges = { value: Judge; element: Judge }

/** One text, missing where it is null or empty. */
const judgeText = ({ value }: Judges, x: string): string => `(${x} <> '' and ${value.text(x)}) is true`

const judgeJsonScalar = (judge: Judge, x: string, words: (judged: string) => string, parts: string): string => {
  const text = `(${x} #>> '{}')`
  return `when 'string' then ${words(text)} when 'number' then ${judge.number(`${x}::numeric`)}
    when 'boolean' then ${judge.boolean(text)} when 'object' then ${parts} else false end`
}

/** A JSON value of any kind. With `hasOther`, `{other: words}` reads as the words, as answers do. */
const judgeJson = ({ value, element }: Judges, x: string, { hasOther = false } = {}): string => {
  const partsOf = (judge: Judge, one: string, words: (judged: string) => string) =>
    hasOther
      ? `case when jsonb_typeof(${one} -> 'other') = 'string' then ${words(`(${one} ->> 'other')`)} else ${judge.parts} end`
      : judge.parts
  const valueWords = (text: string) => `${text} <> '' and ${value.text(text)}`
  const inList = judgeJsonScalar(element, 'e.v', element.text, partsOf(element, 'e.v', element.text))
  const scalar = judgeJsonScalar(value, x, valueWords, partsOf(value, x, valueWords))
  return `(case jsonb_typeof(${x})
    when 'array' then exists (select 1 from jsonb_array_elements(${x}) as e(v) where case jsonb_typeof(e.v) ${inList})
    ${scalar}) is true`
}

const judgeAnswer = (judges: Judges, name: string, { bind }: Around): string => {
  const dot = name.indexOf('.')
  if (dot < 0) return judgeJson(judges, `(r.answers -> ${bind(name, 'text')})`, { hasOther: true })
  const answer = `(r.answers -> ${bind(name.slice(0, dot), 'text')})`
  const part = `(case when jsonb_typeof(${answer} -> 'other') is distinct from 'string' then ${answer} -> ${bind(name.slice(dot + 1), 'text')} end)`
  return judgeJson(judges, part)
}

/** Columns of a customer that stand before attributes of the same name, where they are filled. */
export const customerColumns = new Map([
  ['externalId', 'external_id'],
  ['email', 'email'],
  ['name', 'name'],
  ['locale', 'locale'],
  ['value', 'value'],
])

/*
 * Rows beside a response are looked up by its key, one response after the other: `offset 0` keeps the planner from turning the
 * look-up into a join over the whole table, whose cost grows with everything ever answered instead of with the period.
 */
const ofResponse = (table: string) => `${table}.organization_id = r.organization_id and ${table}.response_id = r.id`

const judgeCustomer = (judges: Judges, name: string, { bind }: Around): string => {
  const [column, attribute] = [customerColumns.get(name), `c.attributes -> ${bind(name, 'text')}`]
  const value = column ? `coalesce(to_jsonb(c.${column}), ${attribute})` : `(${attribute})`
  return `exists (select 1 from customers c where c.organization_id = r.organization_id and c.id = r.customer_id
    and ${judgeJson(judges, value)} offset 0)`
}

const judgeEvent = (judges: Judges, name: string, { bind }: Around): string =>
  `exists (select 1 from (${latestEvent}) as event where ${judgeJson(judges, `(event.attributes -> ${bind(name, 'text')})`)})`

const judgeInsights = ({ element }: Judges, name: string): string => {
  if (name === 'topics')
    return `exists (select 1 from text_insights i cross join jsonb_array_elements(i.topics) as topic(v)
      where ${ofResponse('i')} and ${element.text(`(topic.v ->> 'key')`)} offset 0)`
  const test =
    name === 'language' || name === 'label'
      ? element.text(`i.${name}`)
      : `(${element.number('i.sentiment')} or ${element.text('i.label')})`
  return `exists (select 1 from text_insights i where ${ofResponse('i')} and ${test} offset 0)`
}

const atTouchpoints = (judged: string, { organization }: Around): string =>
  `r.touchpoint_id = any(array(select t.id from touchpoints t where t.organization_id = ${organization} and ${judged}))`

const judgeResponse = (judges: Judges, name: string, around: Around): string => {
  if (name === 'status' || name === 'locale' || name === 'source') return judgeText(judges, `r.${name}`)
  if (name !== 'channel') return 'false'
  // A response that doesn't say where it came through came through its touchpoint's channel.
  return `case when r.channel is null then ${atTouchpoints(judgeText(judges, 't.channel'), around)} else ${judgeText(judges, 'r.channel')} end`
}

/** A comparison whose operator isn't a negation, as SQL that is true or false, never null, over a response `r`. */
export const compileLeaf = (leaf: Leaf, around: Around): string => {
  const dot = leaf.field.indexOf('.')
  const [group, name] = [leaf.field.slice(0, dot), leaf.field.slice(dot + 1)]
  const judges = judgesOf(leaf, around.bind)
  switch (group) {
    case 'answer':
      return judgeAnswer(judges, name, around)
    case 'score':
      return `(select ${judges.value.number('s.value')} from scores s
        where ${ofResponse('s')} and s.metric = ${around.bind(name, 'text')}) is true`
    case 'text':
      return judgeInsights(judges, name)
    case 'customer':
      return judgeCustomer(judges, name, around)
    case 'event':
      return judgeEvent(judges, name, around)
    case 'context':
      return judgeJson(judges, `(r.context -> ${around.bind(name, 'text')})`)
    case 'response':
      return judgeResponse(judges, name, around)
    case 'touchpoint':
      return atTouchpoints(judgeText(judges, 't.key'), around)
    default:
      return 'false'
  }
}
