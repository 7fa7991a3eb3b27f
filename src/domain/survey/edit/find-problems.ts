import { findClashes, type PublishedVersion } from '../clashes'
import { findDeadLogic } from '../dead-logic'
import { findLogicFaults } from '../logic-faults'
import { mostLogic, weightOfLogic } from '../logic-weight'
import { checkQuestion } from './check-question'
import { checkCondition, checkText, isAddress, type Note } from './check-value'
import type { Draft, Place } from './operation'
import { pagesOf } from './places'
import { type Problem, placeOfPath } from './problem'

const noteAt =
  (problems: Problem[], place: Place): Note =>
  (code, name, about) =>
    problems.push({ place, name, code, about: about === undefined ? undefined : String(about) })

const checkSurvey = (draft: Draft, note: Note): void => {
  checkText(note, 'title', draft.title, true)
  if (draft.pages.length === 0) note('no_pages', 'pages')
  if (draft.pages.length > 100) note('too_many', 'pages', 100)
  const { color, logo, font } = draft.theme ?? {}
  if (color !== undefined && !/^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color)) note('color_unfit', 'theme', color)
  if (logo !== undefined && !isAddress(logo)) note('address_unfit', 'theme', logo)
  if (font !== undefined && (font.length > 100 || !/^(?:[\w ,-]|'[\w ,-]*')+$/.test(font))) note('font_unfit', 'theme', font)
  for (const origin of draft.origins ?? [])
    if (!/^https?:\/\/[a-z0-9.-]+(:\d{1,5})?$/i.test(origin)) note('origin_unfit', 'origins', origin)
  for (const key of draft.hiddenFields ?? [])
    if (!/^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/.test(key) || key in {}) note('key_unfit', 'hiddenFields', key)
  if (!Number.isInteger(draft.idleSeconds) || draft.idleSeconds < 5 || draft.idleSeconds > 86_400)
    note('out_of_range', 'idleSeconds', '5–86400')
  for (const { text, link, when } of draft.thanks) {
    checkText(note, 'thanks', text, true)
    if (link && !isAddress(link.url)) note('address_unfit', 'thanks', link.url)
    if (link) checkText(note, 'thanks', link.text)
    checkCondition(note, 'thanks', when)
  }
  if (draft.thanks.length > 20) note('too_many', 'thanks', 20)
}

const checkQuotas = (draft: Draft, problems: Problem[]): void => {
  for (const { key, when, limit } of draft.quotas ?? []) {
    const note = noteAt(problems, ['quota', key])
    if (!/^[a-z0-9][a-z0-9_-]{0,63}$/.test(key)) note('key_unfit', 'key', key)
    if (!Number.isInteger(limit) || limit < 0 || limit > 10_000_000) note('out_of_range', 'limit', '0–10000000')
    checkCondition(note, 'when', when)
  }
}

const checkPages = (draft: Draft, problems: Problem[]): void => {
  for (const page of pagesOf(draft)) {
    const note = noteAt(problems, ['page', page.key])
    checkText(note, 'title', page.title)
    checkCondition(note, 'showIf', page.showIf)
    for (const jump of page.jumps ?? []) {
      checkCondition(note, 'jumps', jump.when)
      if (!jump.end && !jump.page) note('jump_nowhere', 'jumps')
    }
    if (page.questions.length === 0) note('page_empty', 'questions')
    if (page.questions.length > 100) note('too_many', 'questions', 100)
    for (const question of page.questions) checkQuestion(question, (place) => noteAt(problems, place))
  }
}

/**
 * Everything that keeps a draft from being published, in the order of the survey: what the schema and the check of a
 * publication would refuse, here without the schema, so that an editor can tell at once. Logic that can't do anything is
 * only looked for where the rest of the logic means something.
 */
export const findProblems = (draft: Draft, published: readonly PublishedVersion[] = []): Problem[] => {
  const problems: Problem[] = []
  checkSurvey(draft, noteAt(problems, []))
  checkPages(draft, problems)
  checkQuotas(draft, problems)
  if (weightOfLogic(draft) > mostLogic) problems.push({ place: [], name: 'pages', code: 'logic_heavy', about: String(mostLogic) })
  const faults = findLogicFaults(draft)
  const isUnclear = faults.length > 0 || problems.some(({ code }) => code === 'condition_unfinished' || code === 'jump_nowhere')
  const logic = [...faults, ...(isUnclear ? [] : findDeadLogic(draft)), ...findClashes(draft, published)]
  for (const { path, code, about } of logic) problems.push({ ...placeOfPath(draft, path), code, about })
  return problems
}
