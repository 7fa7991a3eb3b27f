import { evaluate } from '../../condition/evaluate'
import type { Answers, Outcome, Page, SurveyDefinition, Thanks } from '../definition'
import { factsOf, type Surroundings } from '../facts'
import { quotasOf } from '../quotas'
import { chooseThanks, findVisible } from '../visibility'

/**
 * Why a page or question is or isn't there for a customer with these answers: it shows; its condition doesn't hold; a page
 * before it jumped over it; the survey had ended before it; nothing on the page is left to show.
 */
export type Way = 'shown' | 'hidden' | 'jumped' | 'ended' | 'empty'

export type Trace = {
  pages: { page: Page; way: Way; questions: { key: string; way: Way }[]; jump: number | undefined }[]
  outcome: Outcome
  thanks: Thanks | undefined
  quotas: readonly string[]
}

/** How a survey's logic takes a customer with these answers through it. */
export const trace = (definition: SurveyDefinition, given: Answers, around: Surroundings): Trace => {
  const visible = findVisible(definition, given, around)
  const facts = factsOf(visible.answers, around)
  const shown = new Map(visible.pages.map((one) => [one.index, new Set(one.questions.map(({ key }) => key))]))
  const holds = (condition: Page['showIf']): boolean => condition === undefined || evaluate(condition, facts)
  let goesOnAt = 0
  let hasEnded = false
  const pages = definition.pages.map((page, index): Trace['pages'][number] => {
    const there = shown.get(index)
    if (!there) {
      const way: Way = hasEnded ? 'ended' : index < goesOnAt ? 'jumped' : holds(page.showIf) ? 'empty' : 'hidden'
      const inside: Way = way === 'empty' ? 'hidden' : way
      return { page, way, questions: page.questions.map(({ key }) => ({ key, way: inside })), jump: undefined }
    }
    const taken = page.jumps?.findIndex(({ when }) => holds(when)) ?? -1
    const jump = taken < 0 ? undefined : page.jumps?.[taken]
    if (jump?.end) hasEnded = true
    if (jump?.page !== undefined)
      goesOnAt = Math.max(
        index + 1,
        definition.pages.findIndex(({ key }) => key === jump.page),
      )
    const questions = page.questions.map(({ key }) => ({ key, way: there.has(key) ? ('shown' as const) : ('hidden' as const) }))
    return { page, way: 'shown', questions, jump: jump ? taken : undefined }
  })
  return {
    pages,
    outcome: visible.outcome,
    thanks: chooseThanks(definition, visible.answers, around, visible.outcome),
    quotas: visible.outcome === 'completed' ? quotasOf(definition, visible.answers, around).map(({ key }) => key) : [],
  }
}
