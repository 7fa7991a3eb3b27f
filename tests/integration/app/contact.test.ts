import { beforeAll, expect, test } from 'vitest'
import { GET as readCase } from '@/app/api/v1/cases/[number]/route'
import { GET as readCases } from '@/app/api/v1/cases/route'
import { GET as readResponse } from '@/app/api/v1/responses/[id]/route'
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

const told = async (role: string): Promise<unknown[]> => {
  const made = await createApiKey(organizationId, role, role)
  if ('error' in made) throw new Error(made.detail)
  const ask = (path: string) =>
    new Request(`http://x.example/api/v1/${path}`, { headers: { authorization: `Bearer ${made.key}` } })
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
