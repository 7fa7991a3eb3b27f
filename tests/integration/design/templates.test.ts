import { beforeAll, expect, test } from 'vitest'
import { isFailure } from '@/domain/errors'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { listTemplates, makeFromTemplate } from '@/pipeline/design/templates'
import { countOf, openShop } from '~tests/support/shop'

let organizationId: string
beforeAll(async () => {
  organizationId = await openShop('templates')
})

test('every template becomes a survey that can be published, with its touchpoint and rule, twice if asked twice', async () => {
  const templates = await listTemplates()
  for (const { key } of [...templates, ...templates.slice(0, 1)]) {
    const made = await makeFromTemplate(organizationId, key, 'olga@shop.example')
    if (isFailure(made)) throw new Error(`${key}: ${JSON.stringify(made)}`)
    expect(await publishSurvey(organizationId, made.survey)).toMatchObject({ version: 1, isNew: true })
  }
  expect(await countOf(`surveys where organization_id = $1 and key like 'b2b-account-review%'`, [organizationId])).toBe(2)
  expect(await countOf('alert_rules where organization_id = $1', [organizationId])).toBeGreaterThan(templates.length)
})

test('an unknown template or owner makes nothing', async () => {
  const before = await countOf('touchpoints where organization_id = $1', [organizationId])
  expect(await makeFromTemplate(organizationId, 'nothing', 'olga@shop.example')).toMatchObject({ error: 'not_found' })
  expect(await makeFromTemplate(organizationId, 'renewal', 'nobody@shop.example')).toHaveProperty('error')
  expect(await countOf('touchpoints where organization_id = $1', [organizationId])).toBe(before)
})
