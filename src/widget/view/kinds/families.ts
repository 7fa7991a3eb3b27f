import type { QuestionKind, SurveyDefinition } from '@/domain/survey/definition'
import { questionsOf } from '@/domain/survey/definition'
import { parts } from '../parts'
import { installKinds, type Kinds, manyFamilies } from './kind'

export type Family = { kinds: Kinds; css?: string }

/** What one script brings: a kind, or kinds that are made of the same. The build adds the style sheet of the same name. */
const families: readonly [kinds: readonly QuestionKind[], load: () => Promise<Family>][] = [
  [['text'], () => import('./family/text')],
  [['single_choice', 'multi_choice', 'image_choice'], () => import('./family/choices')],
  [['rating'], () => import('./family/rating')],
  [['slider'], () => import('./family/slider')],
  [['number', 'date'], () => import('./family/measures')],
  [['contact'], () => import('./family/contact')],
  [['consent'], () => import('./family/consent')],
  [['dropdown'], () => import('./family/dropdown')],
  [['matrix', 'gap', 'constant_sum'], () => import('./family/parts')],
  [['ranking'], () => import('./family/ranking')],
  [['file'], () => import('./family/file')],
]

const wantedBy = (definition: SurveyDefinition) => {
  const used = new Set(questionsOf(definition).map(({ kind }) => kind))
  return families.filter(([kinds]) => kinds.some((kind) => used.has(kind)))
}

/** Whether a survey has so many kinds that the one script of them all is smaller than theirs together. */
export const usesMany = (definition: SurveyDefinition): boolean => wantedBy(definition).length >= manyFamilies

/** Fetches and installs the kinds that a survey uses, where `every` doesn't bring them all, and gives their style sheets. */
export const loadKinds = async (definition: SurveyDefinition, every?: Promise<Family>): Promise<string> => {
  const wanted = every ? [every] : wantedBy(definition).map(([, load]) => load())
  const loadPipe = async () => {
    // It may bring this one too.
    await every
    if (!parts.pipe && JSON.stringify(definition).includes('{{')) await import('./family/pipe')
  }
  const [loaded] = await Promise.all([Promise.all(wanted), loadPipe()])
  for (const { kinds } of loaded) installKinds(kinds)
  return loaded.map(({ css = '' }) => css).join('')
}
