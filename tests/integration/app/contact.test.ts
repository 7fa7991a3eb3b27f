import { beforeAll, expect, test } from 'vitest'
import { GET as readJourney } from '@/app/api/v1/analysis/journey/route'
import { GET as readCase } from '@/app/api/v1/cases/[number]/route'
import { GET as readCases } from '@/app/api/v1/cases/route'
import { GET as readMetric } from '@/app/api/v1/metrics/[metric]/route'
import { GET as readResponse } from '@/app/api/v1/responses/[id]/route'
import { GET as readResponses } from '@/app/api/v1/responses/route'
import { writeCondition } from '@/domain/condition/write-condition'
import { importResponses } from '@/pipeline/listen/import-responses'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { judge, newId, openShop } from '~tests/support/shop'

const customer = { externalId: 'c-1', name: 'Ann Bell', email: 'ann@customer.example', phone: '+44 20 7946 0000' }
let organizationId: string
const id = newId()
beforeAll(async () => {
  organizationId = await openShop()
  await importResponses(
    organizationId,
    [{ id, survey: 'delivery', answers: { nps: 0 }, completed: true, submittedAt: new Date().toISOString(), customer }],
    'all',
    new Date(),
  )
  await judge(organizationId, id)
})

const asking = async (role: string) => {
  const made = await createApiKey(organizationId, role, role)
  if ('error' in made) throw new Error(made.detail)
  return (path: string) => new Request(`http://x.example/api/v1/${path}`, { headers: { authorization: `Bearer ${made.key}` } })
}

const told = async (role: string): Promise<unknown[]> => {
  const ask = await asking(role)
  const { items } = await (await readCases(ask('cases'), { params: Promise.resolve({}) })).json()
  const { number } = items[0]
  const answers = [
    await readCase(ask('cases/x'), { params: Promise.resolve({ number: String(number) }) }),
    await readResponse(ask('responses/x'), { params: Promise.resolve({ id }) }),
  ]
  return [items[0].customer, ...(await Promise.all(answers.map(async (answer) => (await answer.json()).customer)))]
}

test.each(['admin', 'manager', 'analyst', 'owner'])(
  '%s is told how to reach the customer of a case and an answer',
  async (role) => {
    for (const one of await told(role)) expect(one).toMatchObject(customer)
  },
)

test('viewer is told who it is, but not how to reach them', async () => {
  for (const one of await told('viewer')) expect(one).toMatchObject({ ...customer, email: null, phone: null })
})

test('nor may a viewer try it out, letter by letter, under conditions', async () => {
  const where = (field: string) => `where=${encodeURIComponent(writeCondition({ field, op: 'starts_with', value: 'a' }))}`
  const statusesOf = async (role: string, field: string): Promise<number[]> => {
    const ask = await asking(role)
    const answers = await Promise.all([
      readResponses(ask(`responses?${where(field)}`), { params: Promise.resolve({}) }),
      readMetric(ask(`metrics/nps?${where(field)}`), { params: Promise.resolve({ metric: 'nps' }) }),
      readJourney(ask(`analysis/journey?${where(field)}`), { params: Promise.resolve({}) }),
    ])
    return answers.map(({ status }) => status)
  }
  expect(await statusesOf('viewer', 'customer.email')).toEqual([403, 403, 403])
  expect(await statusesOf('viewer', 'customer.name')).toEqual([200, 200, 200])
  expect(await statusesOf('owner', 'customer.email')).toEqual([200, 200, 200])
})
