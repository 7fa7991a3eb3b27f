import { randomUUID } from 'node:crypto'
import { expect, test } from '@playwright/test'
import { askAfter, callApi, signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

type Items<T> = { items: T[] }
type Case = { number: number; status: string; severity: string }

const caseOf = (id: string) => callApi<Items<Case>>('GET', `/api/v1/cases?response=${id}`).then(({ items }) => items[0])

/** A case of a customer with an address, resolved by its owner. */
const resolveOne = async (email: string, locale: string): Promise<{ id: string; number: number }> => {
  const id = randomUUID()
  const externalId = `verify-${id.slice(0, 8)}`
  await callApi('PUT', `/api/v1/customers/${externalId}`, { email, locale, name: 'Mei Chen' })
  const answer = {
    id,
    survey: 'delivery',
    answers: { nps: 1, arrived: 'late' },
    completed: true,
    submittedAt: new Date().toISOString(),
  }
  await callApi('POST', '/api/v1/responses', { responses: [{ ...answer, customer: { externalId } }], alerts: 'all' })
  await expect.poll(async () => (await caseOf(id))?.number).toBeTruthy()
  const number = (await caseOf(id))?.number ?? 0
  await callApi('POST', `/api/v1/cases/${number}/events`, { type: 'start' })
  await callApi('POST', `/api/v1/cases/${number}/events`, { type: 'resolve', rootCause: 'delivery', text: 'Sent a new one' })
  return { id, number }
}

/** The link in the mail that the customer gets. */
const linkFor = async (email: string): Promise<string> => {
  let link: string | undefined
  await expect
    .poll(
      async () => {
        const { items } = await callApi<Items<{ id: string; kind: string; recipient: string }>>(
          'GET',
          '/api/v1/deliveries?limit=100',
        )
        const mail = items.find(({ kind, recipient }) => kind === 'verify' && recipient === email)
        const { text } = mail ? await callApi<{ text: string | null }>('GET', `/api/v1/deliveries/${mail.id}`) : { text: null }
        link = /\/v\/\S+(?=\?answer=no)/.exec(text ?? '')?.[0]
        return link
      },
      { timeout: 40_000 },
    )
    .toBeTruthy()
  return link ?? ''
}

test('a customer says on a phone, without a script, that it is not mended, and the case is open again with their words', async ({
  browser,
  page,
}) => {
  test.setTimeout(90_000)
  await signIn(page)
  await askAfter(page, 0)
  const email = `mei-${randomUUID().slice(0, 8)}@mail.example`
  const { id, number } = await resolveOne(email, 'zh-CN')
  const link = await linkFor(email)
  await askAfter(page, 24)

  // A scanner opens every link of a mail; nothing comes of it.
  await page.setViewportSize({ width: 390, height: 760 })
  await page.goto(`${link}?answer=no`)
  await expect(page.getByRole('heading', { name: '问题解决了吗？' })).toBeVisible()
  expect(await faultsOf(page)).toEqual([])
  expect((await caseOf(id))?.status).toBe('resolved')

  const phone = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 760 } })
  const plain = await phone.newPage()
  await plain.goto(new URL(`${link}?answer=no`, page.url()).href)
  await plain.getByLabel('还想补充什么吗？').fill('还是没有收到')
  await plain.getByRole('button', { name: '还没有解决' }).click()
  await expect(plain.getByRole('heading', { name: '感谢您告诉我们' })).toBeVisible()
  await plain.goto(new URL(link, page.url()).href)
  await expect(plain.getByRole('heading', { name: '您已经回答过了' })).toBeVisible()
  await phone.close()

  expect((await caseOf(id))?.status).toBe('open')
  await page.goto(`/cases/${number}`)
  await expect(page.getByText('The customer says that it has not been put right')).toBeVisible()
  await expect(page.getByText('还是没有收到')).toBeVisible()
})
