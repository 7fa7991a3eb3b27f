import { readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse as parseYaml } from 'yaml'
import { parse } from '@/domain/parse'
import { programmeSchema } from '@/domain/programme/schema'
import { findDeadLogic } from '@/domain/survey/dead-logic'
import { fillTemplate, type Template, templateSchema } from '@/domain/template/template'

const folder = resolve(import.meta.dirname, '../../../../templates')
const templates = readdirSync(folder).map((file): [string, unknown] => [
  basename(file, '.yaml'),
  parseYaml(readFileSync(join(folder, file), 'utf8')),
])
const read = (key: string): Template => {
  const parsed = parse(templateSchema, templates.find(([name]) => name === key)?.[1])
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors))
  return { key, ...parsed.value }
}

/** Every text that customers or managers read. */
const textsIn = (value: unknown): Record<string, string>[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('en' in value && typeof value.en === 'string') return [value as Record<string, string>]
  return Object.values(value).flatMap(textsIn)
}

test('there are at least the two dozen that a programme needs', () => {
  expect(templates.length).toBeGreaterThanOrEqual(24)
})

describe.each(templates.map(([key]) => key))('the template %s', (key) => {
  const template = read(key)

  test('is complete in both languages', () => {
    const texts = textsIn(template)
    expect(texts.length).toBeGreaterThan(8)
    for (const text of texts) {
      expect(Object.keys(text)).toEqual(['en', 'zh-CN'])
      expect(text['zh-CN']).toMatch(/[\u4e00-\u9fff]/)
      expect(text.en).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  test('could be published, and measures what it says', () => {
    expect(findDeadLogic(template.survey)).toEqual([])
    const asked = template.survey.pages.flatMap(({ questions }) => questions)
    const measures = ['experience-gap'].includes(template.metric)
      ? asked.filter(({ kind }) => kind === 'gap').length === 6
      : asked.some(({ key: question, kind }) => question === template.metric || kind === template.metric) ||
        ['ideas'].includes(template.metric)
    expect(measures).toBe(true)
    expect(template.survey.thanks.length).toBeGreaterThan(0)
  })

  test('becomes a programme that is whole', () => {
    const { programme } = fillTemplate(template, 'olga@shop.example', {
      journeys: {},
      touchpoints: {},
      surveys: {},
      alertRules: {},
    })
    expect(parse(programmeSchema, programme)).toHaveProperty('value')
  })
})

test('a template takes a stage of its phase on a journey that is there, and keys that are free', () => {
  const known = {
    journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' as const }] } },
    touchpoints: { delivery: {} },
    surveys: { 'csat-delivery': {}, 'csat-delivery-2': {} },
    alertRules: {},
  }
  const { keys, programme } = fillTemplate(read('csat-delivery'), 'care', known)
  expect(keys).toEqual({ touchpoint: 'delivery-2', survey: 'csat-delivery-3', rule: 'delivery-dissatisfied' })
  expect(programme.journeys).toEqual({})
  expect(programme.touchpoints['delivery-2']).toMatchObject({ journey: 'order', stage: 'receive', owner: 'care' })
  expect(programme.surveys['csat-delivery-3']).toMatchObject({ touchpoint: 'delivery-2', publish: false })
  expect(programme.alertRules['delivery-dissatisfied']).toMatchObject({ touchpoints: ['delivery-2'] })
})
