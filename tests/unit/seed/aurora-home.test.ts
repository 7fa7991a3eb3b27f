import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { prepareRules } from '@/domain/alert/evaluate-rules'
import { stepSchema } from '@/domain/case/step'
import { fieldsOf } from '@/domain/condition/condition'
import { programmeSchema } from '@/domain/programme/schema'
import { importedSchema } from '@/domain/response/submission'
import { dimensions } from '@/domain/schemas'
import { meanMood, scoreAnswers } from '@/domain/score/score-answers'
import { questionsOf } from '@/domain/survey/definition'
import { analyzeText } from '@/domain/text/analyze-text'
import { TOPIC_KEYS } from '@/domain/text/text-insight'
import { createTextModels } from '@/domain/text/text-models'
import { segmentText } from '@/pipeline/score/segment-text'
import type { DemoResponse } from '~seed/demo'
import { generateDemo } from '~seed/generate-demo'
import { SURVEY_PLANS } from '~seed/surveys'

const raw: unknown = parse(readFileSync('prisma/seed/aurora-home.yaml', 'utf8'))
const programme = programmeSchema.parse(raw)
const surveys = Object.entries(programme.surveys).map(([key, { definition }]) => ({ key, definition }))
const rules = Object.entries(programme.alertRules).map(([key, rule]) => ({ key, ...rule }))
const models = createTextModels({ segment: segmentText })

describe('the demo company’s programme', () => {
  it('has a journey before, during and after the sale, 12 touchpoints over six dimensions, 6 surveys, 8 rules', () => {
    const [journey] = Object.values(programme.journeys)
    expect(new Set(journey?.stages.map(({ phase }) => phase))).toEqual(new Set(['pre-sale', 'sale', 'after-sale']))
    const touchpoints = Object.values(programme.touchpoints)
    expect(touchpoints).toHaveLength(12)
    expect(new Set(touchpoints.map(({ dimension }) => dimension))).toEqual(new Set(dimensions))
    expect([surveys.length, rules.length]).toEqual([6, 8])
  })

  it('uses the kinds of question that a programme lives on', () => {
    const used = new Set(surveys.flatMap(({ definition }) => questionsOf(definition).map(({ kind }) => kind)))
    for (const kind of ['nps', 'csat', 'ces', 'rating', 'single_choice', 'multi_choice', 'text', 'statement'] as const)
      expect(used).toContain(kind)
  })

  it('names only what it defines: owners, stages, touchpoints, recipients, questions, topics', () => {
    const members = Object.keys(programme.members)
    const teams = Object.keys(programme.teams)
    for (const team of Object.values(programme.teams)) for (const email of team.members) expect(members).toContain(email)
    for (const touchpoint of Object.values(programme.touchpoints)) {
      expect([...members, ...teams]).toContain(touchpoint.owner)
      expect(programme.journeys[touchpoint.journey]?.stages.map(({ key }) => key)).toContain(touchpoint.stage)
      if (touchpoint.standard?.metric === 'csat') expect(touchpoint.standard.target).toBeLessThanOrEqual(1)
    }
    for (const { definition } of surveys) expect(Object.keys(programme.touchpoints)).toContain(definition.touchpoint)
    const questions = surveys.flatMap(({ definition }) => questionsOf(definition).map(({ key }) => `answer.${key}`))
    for (const { touchpoints, notify, when } of rules) {
      if (touchpoints !== 'all') for (const key of touchpoints) expect(Object.keys(programme.touchpoints)).toContain(key)
      for (const { to } of notify) {
        if (to.startsWith('member:')) expect(members).toContain(to.slice(7))
        if (to.startsWith('team:')) expect(teams).toContain(to.slice(5))
      }
      for (const field of fieldsOf(when)) if (field.startsWith('answer.')) expect(questions).toContain(field)
    }
    const topics = [...JSON.stringify(rules.map(({ when }) => when)).matchAll(/"text\.topics","op":"\w+","value":"(\w+)"/g)].map(
      (match) => match[1],
    )
    for (const topic of topics) expect(TOPIC_KEYS).toContain(topic)
  })

  it('is bilingual everywhere a person reads', () => {
    const walk = (node: unknown, path: string) => {
      if (typeof node !== 'object' || node === null) return
      const keys = Object.keys(node)
      if (keys.includes('en') || keys.includes('zh-CN')) expect([path, keys.sort()]).toEqual([path, ['en', 'zh-CN']])
      for (const [key, child] of Object.entries(node)) {
        if (['text', 'title', 'hint', 'low', 'high'].includes(key))
          expect([`${path}.${key}`, typeof child]).toEqual([`${path}.${key}`, 'object'])
        walk(child, `${path}.${key}`)
      }
    }
    walk(raw, '')
  })

  it('writes only to addresses that reach nobody', () => {
    for (const email of Object.keys(programme.members)) expect(email).toMatch(/@aurora-home\.example$/)
  })
})

describe('the generated answers in this programme', () => {
  const demo = generateDemo({ seed: 7, now: new Date('2026-11-20T06:30:00Z'), days: 120 })
  const definitionOf = (survey: string) => {
    const definition = programme.surveys[survey]?.definition
    if (!definition) throw new Error(`no survey ${survey}`)
    return definition
  }

  it('are what the import call takes', () => {
    for (const response of demo.responses) expect(importedSchema.safeParse(response).error).toBeUndefined()
  })

  it('come with case steps that a case takes, by members of the programme or the customer', () => {
    for (const { steps } of demo.caseHistory) {
      for (const { afterMinutes: _, by, ...step } of steps) {
        expect(stepSchema.safeParse(step).error).toBeUndefined()
        expect([...Object.keys(programme.members), 'customer']).toContain(by)
      }
    }
  })

  it('answer every survey', () => {
    expect(SURVEY_PLANS.map(({ survey }) => survey).sort()).toEqual(surveys.map(({ key }) => key).sort())
  })

  const firingOf = (response: DemoResponse) => {
    const definition = definitionOf(response.survey)
    const text = questionsOf(definition).flatMap(({ key, kind }) => {
      const words = response.answers[key]
      return (kind === 'text' && typeof words === 'string' && analyzeText(words, { locale: response.locale }, models)) || []
    })
    const { channel, locale, source, context } = response
    return prepareRules(rules)({
      answers: response.answers,
      scores: scoreAnswers(definition, response.answers, meanMood(text)),
      text,
      customer: response.customer && { ...response.customer.attributes },
      context,
      response: { channel, locale, source, status: response.completed ? 'completed' : 'partial' },
      touchpoint: { key: definition.touchpoint },
    }).map(({ key }) => key)
  }

  it('fire every rule at least three times, and none for more than an eighth of the answers', () => {
    const fired = demo.responses.flatMap(firingOf)
    const counts = Object.fromEntries(rules.map(({ key }) => [key, fired.filter((name) => name === key).length]))
    for (const [key, count] of Object.entries(counts)) {
      expect([key, count >= 3]).toEqual([key, true])
      expect([key, count <= demo.responses.length / 8]).toEqual([key, true])
    }
  })
})
