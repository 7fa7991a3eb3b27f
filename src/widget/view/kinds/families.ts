import type { QuestionKind, SurveyDefinition } from '@/domain/survey/definition'
import { questionsOf } from '@/domain/survey/definition'
import { installKinds, type Kinds } from './kind'

type Family = { kinds: Kinds; css?: string }

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

/** Fetches and installs the kinds that a survey uses, and gives their style sheets. */
export const loadKinds = async (definition: SurveyDefinition): Promise<string> => {
  const used = new Set(questionsOf(definition).map(({ kind }) => kind))
  const wanted = families.filter(([kinds]) => kinds.some((kind) => used.has(kind)))
  const [loaded] = await Promise.all([
    Promise.all(wanted.map(([, load]) => load())),
    JSON.stringify(definition).includes('{{') && import('./family/pipe'),
  ])
  for (const { kinds } of loaded) installKinds(kinds)
  return loaded.map(({ css = '' }) => css).join('')
}
