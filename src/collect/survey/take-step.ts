import '@/widget/view/install-parts'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { findVisible, type Surroundings, type VisiblePage } from '@/domain/survey/visibility'
import { type Faults, findFaults, usable } from '@/widget/steps'

/** What the customer pressed: on, back, or another language of the same page. */
export type Move = 'next' | 'back' | 'stay'

export type Step = { kind: 'show'; pageIndex: number; faults: Faults } | { kind: 'complete' }

type From = {
  definition: SurveyDefinition
  given: Readonly<Record<string, unknown>>
  around: Surroundings
  pageIndex: number
  shown: readonly string[] | undefined
  move: Move
}

const show = (page: VisiblePage, faults: Faults = {}): Step => ({ kind: 'show', pageIndex: page.index, faults })

/** Only what the page showed can be wrong on it: what its own answers have just brought up is asked first. */
const faultsShown = (page: VisiblePage, given: From['given'], shown: From['shown']): Faults => {
  const asked = shown === undefined ? page.questions : page.questions.filter(({ key }) => shown.includes(key))
  return findFaults({ ...page, questions: asked }, given)
}

/** Where a page's answers lead: to a page, perhaps the same with its faults, or to the end. */
export const takeStep = ({ definition, given, around, pageIndex, shown, move }: From): Step => {
  const { pages } = findVisible(definition, usable(definition, given), around)
  const current = pages.find(({ index }) => index === pageIndex)
  if (move === 'stay' && current) return show(current)
  if (move === 'back') {
    const before = pages.findLast(({ index }) => index < pageIndex) ?? current ?? pages[0]
    return before ? show(before) : { kind: 'complete' }
  }
  if (current) {
    const faults = faultsShown(current, given, shown)
    if (Object.keys(faults).length > 0) return show(current, faults)
    const isNew = ({ key, kind }: VisiblePage['questions'][number]) => kind !== 'statement' && shown?.includes(key) === false
    if (current.questions.some(isNew)) return show(current)
  }
  const next = pages.find(({ index }) => index > pageIndex)
  if (next) return show(next)
  for (const page of pages) {
    const faults = findFaults(page, given)
    if (Object.keys(faults).length > 0) return show(page, faults)
  }
  return { kind: 'complete' }
}
