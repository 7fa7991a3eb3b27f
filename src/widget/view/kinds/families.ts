import type { QuestionKind, SurveyDefinition } from '@/domain/survey/definition'
import { questionsOf } from '@/domain/survey/definition'
import { installKinds, type Kinds, manyFamilies } from './kind'

export type Family = { kinds: Kinds; css?: string }

/** The script that brings a kind (family/): named like it, or like what several are made of. The first kinds need none. */
const familyOf: Partial<Record<QuestionKind, string>> = {
  nps: '',
  csat: '',
  ces: '',
  statement: '',
  single_choice: 'choices',
  multi_choice: 'choices',
  image_choice: 'choices',
  number: 'measures',
  date: 'measures',
  matrix: 'parts',
  gap: 'parts',
  constant_sum: 'parts',
}

const wantedBy = (definition: SurveyDefinition): string[] =>
  [...new Set(questionsOf(definition).map(({ kind }) => familyOf[kind] ?? kind))].filter(Boolean)

/** The build names these scripts, and adds to each the style sheet of the same name. */
const load = (family: string): Promise<Family> => {
  const script = `./${FAMILY_PREFIX}${family}-${VERSION}.js`
  return import(script)
}

/** Whether a survey has so many kinds that the one script of them all is smaller than theirs together. */
export const usesMany = (definition: SurveyDefinition): boolean => wantedBy(definition).length >= manyFamilies

/** Fetches and installs the kinds that a survey uses, where `every` doesn't bring them all, and gives their style sheets. */
export const loadKinds = async (definition: SurveyDefinition, every?: Promise<Family>): Promise<string> => {
  const [loaded] = await Promise.all([
    Promise.all(every ? [every] : wantedBy(definition).map(load)),
    JSON.stringify(definition).includes('{{') && load('pipe'),
  ])
  for (const { kinds } of loaded) installKinds(kinds)
  return loaded.map(({ css = '' }) => css).join('')
}
