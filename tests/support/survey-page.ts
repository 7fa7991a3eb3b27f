import { type BrowserContext, expect, type Page } from '@playwright/test'
import { callApi } from './console'
import { faultsOf } from './faults'
import { until } from './until'

/** Publishes a survey of that name at a touchpoint of its own. */
export const publishSurvey = async (key: string, definition: Record<string, unknown>): Promise<void> => {
  const owner = 'ola.embed@example.com'
  await callApi('PUT', `/api/v1/members/${owner}`, { name: 'Ola Embed', role: 'owner' })
  await callApi('PUT', '/api/v1/journeys/embed-spec', { name: 'Embed', stages: [{ key: 'come', name: 'Come', phase: 'sale' }] })
  await callApi('PUT', `/api/v1/touchpoints/${key}`, { name: key, journey: 'embed-spec', stage: 'come', channel: 'web', owner })
  await callApi('PUT', `/api/v1/surveys/${key}`, { touchpoint: key, ...definition })
  await callApi('POST', `/api/v1/surveys/${key}/publish`)
}

export type StoredResponse = {
  id: string
  status: string
  answers: Record<string, unknown>
  context: Record<string, unknown>
  channel: string | null
}

export const responsesOf = async (survey: string, channel: string): Promise<StoredResponse[]> => {
  const { items } = await callApi<{ items: { id: string }[] }>(
    'GET',
    `/api/v1/responses?survey=${survey}&channel=${channel}&limit=100`,
  )
  return Promise.all(items.map(({ id }) => callApi<StoredResponse>('GET', `/api/v1/responses/${id}`)))
}

/** The response that a test gave through a channel of its own, once it is there with that status. */
export const responseOf = (survey: string, channel: string, status = 'completed'): Promise<StoredResponse> =>
  until(
    async () => (await responsesOf(survey, channel)).find((one) => one.status === status),
    `a ${status} response from ${channel}`,
  )

/** What is wrong with a page that customers see, frames included. */
export const axeFaults = (page: Page): Promise<string[]> => faultsOf(page, { hasFrames: true })

/** Errors of the page, and what its policy refused. */
export const watchErrors = (page: Page): string[] => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text())
  })
  return errors
}

/** From now on every page of the context counts its layout shifts; `shiftOf` reads the sum, which should be 0. */
export const countShifts = (context: BrowserContext): Promise<unknown> =>
  context.addInitScript(() => {
    const sums = window as unknown as { __shift: number }
    sums.__shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
        if (!entry.hadRecentInput) sums.__shift += entry.value
    }).observe({ type: 'layout-shift', buffered: true })
  })

export const shiftOf = (page: Page): Promise<number> => page.evaluate(() => (window as unknown as { __shift: number }).__shift)

/** Waits until the page's script has taken over the form that the server sent. */
export const isTakenOver = async (page: Page): Promise<void> => {
  await page.waitForFunction(() => (history.state as { depth?: number } | null)?.depth !== undefined)
}

export const choose = (page: Page, key: string, value: string | number): Promise<void> =>
  page.locator(`input[name="${key}"][value="${value}"]`).check()

export const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

/** Waits until the page says that what was given so far is on the server. */
export const isSaved = (page: Page): Promise<void> => expect(page.locator('.kept')).toHaveAttribute('data-state', 'saved')
