import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { exportProgrammeYaml, exportSurveyJson } from '@/pipeline/design/export-programme'
import { parseProgrammeText } from '@/pipeline/design/parse-programme-text'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { listTemplates, type Made, makeFromTemplate } from '@/pipeline/design/templates'
import { openShop } from '~tests/support/shop'

let organizationId: string
const made: Made[] = []
beforeAll(async () => {
  organizationId = await openShop('round-trip')
  for (const { key } of await listTemplates()) {
    const one = await makeFromTemplate(organizationId, key, 'olga@shop.example')
    if (isFailure(one)) throw new Error(`${key}: ${JSON.stringify(one)}`)
    made.push(one)
  }
}, 120_000)

const read = (text: string): unknown => {
  const parsed = parseProgrammeText(text)
  if ('error' in parsed) throw new Error(parsed.error)
  return parsed.value
}
const planOf = async (organization: string, text: string) => {
  const planned = await planProgramme(organization, read(text))
  if (isFailure(planned)) throw new Error(JSON.stringify(planned))
  return planned.plan
}

test('every template’s survey comes back from its JSON with nothing to change', async () => {
  expect(made.length).toBeGreaterThanOrEqual(24)
  for (const { survey } of made) {
    const json = await exportSurveyJson(organizationId, survey)
    if (!json) throw new Error(`${survey} isn’t exported`)
    expect(JSON.parse(json)).toHaveProperty(['surveys', survey])
    expect(await planOf(organizationId, json)).toEqual([{ kind: 'surveys', key: survey, plan: 'leave', fields: [] }])
  }
}, 120_000)

test('the programme with all templates comes back from its YAML with nothing to change, and makes the same elsewhere', async () => {
  const yaml = await exportProgrammeYaml(organizationId)
  const plan = await planOf(organizationId, yaml)
  expect(plan.filter((object) => object.plan !== 'leave')).toEqual([])
  const planned = (kind: string) => plan.filter((object) => object.kind === kind).map(({ key }) => key)
  for (const { survey, touchpoint, rule } of made) {
    expect(planned('surveys')).toContain(survey)
    expect(planned('touchpoints')).toContain(touchpoint)
    expect(planned('alertRules')).toContain(rule)
  }
  const elsewhere = await openShop('round-trip-2')
  const applied = await applyProgramme(elsewhere, read(yaml))
  if (isFailure(applied)) throw new Error(JSON.stringify(applied))
  expect(await exportProgrammeYaml(elsewhere)).toBe(yaml)
}, 120_000)
