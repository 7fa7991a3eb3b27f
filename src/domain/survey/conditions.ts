import type { Condition } from '../condition/condition'
import type { SurveyDefinition } from './definition'
import { optionsOf } from './question'

export type Place = { condition: Condition; path: (string | number)[]; within: readonly (Condition | undefined)[] }

/** Every condition of a survey, with its place and those that hold around it. */
export const conditionsOf = (definition: SurveyDefinition): Place[] => {
  const places: Place[] = []
  const add = (condition: Condition | undefined, path: Place['path'], within: Place['within'] = []) => {
    if (condition !== undefined) places.push({ condition, path, within })
  }
  definition.pages.forEach((page, pageIndex) => {
    const path = ['pages', pageIndex]
    add(page.showIf, [...path, 'showIf'])
    page.questions.forEach((question, index) => {
      const at = [...path, 'questions', index]
      add(question.showIf, [...at, 'showIf'], [page.showIf])
      const list = question.kind === 'matrix' ? 'rows' : 'options'
      optionsOf(question).forEach((option, position) => {
        add(option.showIf, [...at, list, position, 'showIf'], [page.showIf, question.showIf])
      })
    })
    page.jumps?.forEach((jump, index) => {
      add(jump.when, [...path, 'jumps', index, 'when'], [page.showIf])
    })
  })
  definition.quotas?.forEach((quota, index) => {
    add(quota.when, ['quotas', index, 'when'])
  })
  definition.thanks.forEach((thanks, index) => {
    add(thanks.when, ['thanks', index, 'when'])
  })
  return places
}
