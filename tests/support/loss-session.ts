import type { Browser, BrowserContext, Page } from '@playwright/test'
import type { Chance } from './chance'
import { until } from './until'

type Given = Record<string, unknown>
/** What a page knew at a moment: everything given so far under that id, and whether the page showed it as saved. */
export type Sight = { id: string; given: Given; isSaved: boolean; isCompleted: boolean }

/** Runs inside the page: tells of every change of what is given and of what the page says about it. */
const watch = (key: string): void => {
  let last: { id: string; given: Given } | undefined
  let said = ''
  const look = (): void => {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? 'null') as { place: { id: string }; given: Given } | null
    if (kept) last = { id: kept.place.id, given: kept.given }
    if (!last) return
    const isCompleted = document.querySelector('.thanks') !== null && document.querySelector('.thanks .notice') === null
    const isSaved = isCompleted || document.querySelector('.kept[data-state="saved"]') !== null
    const sight = { ...last, isSaved, isCompleted }
    if (said === JSON.stringify(sight)) return
    said = JSON.stringify(sight)
    void (window as unknown as { sighted: (sight: unknown) => void }).sighted(sight)
  }
  new MutationObserver(look).observe(document, { childList: true, subtree: true, attributes: true, characterData: true })
}

const waiting = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const request = indexedDB.open('earshot', 1)
        request.onupgradeneeded = () => request.result.createObjectStore('unsent', { keyPath: 'id' })
        request.onerror = () => resolve(-1)
        request.onsuccess = () => {
          const count = request.result.transaction('unsent').objectStore('unsent').count()
          count.onsuccess = () => {
            request.result.close()
            resolve(count.result)
          }
        }
      }),
  )

const open = (page: Page, address: string): Promise<unknown> =>
  until(
    () =>
      page.goto(address).then(
        () => page.locator('.page, .thanks').first().isVisible(),
        () => false,
      ),
    `${address} to open`,
    30_000,
  )

const crash = async (context: BrowserContext, page: Page): Promise<void> => {
  const session = await context.newCDPSession(page)
  const gone = page.waitForEvent('crash')
  session.send('Page.crash').catch(() => undefined)
  await gone
  await page.close()
}

/** A page that is still resuming may take away what it showed a moment ago: a customer would look again, too. */
const unlessGone = (act: Promise<unknown>): Promise<unknown> =>
  act.catch((error: Error) => {
    if (error.name !== 'TimeoutError') throw error
  })

/** The button may go while it is being pressed: a press before was still on its way to the thanks. */
const pressNext = (page: Page): Promise<unknown> =>
  page
    .locator('.moves .primary')
    .click({ timeout: 10_000 })
    .catch(async (error: Error) => {
      if (error.name !== 'TimeoutError' || !(await page.locator('.thanks').isVisible())) throw error
    })

const answerSomething = async (page: Page, chance: Chance): Promise<void> => {
  const texts = page.locator('.question :is(textarea, input[type=text])')
  const choices = page.locator('.question input[type=radio], .question input[type=checkbox]')
  const [written, chosen] = [await texts.count(), await choices.count()]
  if (chance.below(3) === 0 && written > 0)
    await unlessGone(texts.nth(chance.below(written)).fill(`words ${chance.below(1_000_000)}`, { timeout: 4000 }))
  else if (chosen > 0) await unlessGone(choices.nth(chance.below(chosen)).check({ timeout: 4000 }))
}

/** The same moves for the same chance, but the network's and the machine's own timing. Gives what its pages showed, in order. */
export const runSession = async (
  browser: Browser,
  address: string,
  key: string,
  chance: Chance,
  longest: number,
): Promise<Sight[]> => {
  const sights: Sight[] = []
  const context = await browser.newContext()
  context.setDefaultTimeout(20_000)
  await context.exposeBinding('sighted', (_, sight: Sight) => sights.push(sight))
  await context.addInitScript(watch, key)
  try {
    let page = await context.newPage()
    await open(page, address)
    let isOffline = false
    for (let step = 4 + chance.below(longest - 3); step > 0; step--) {
      const move = chance.pick([
        'answer',
        'answer',
        'answer',
        'next',
        'next',
        'back',
        'reload',
        'offline',
        'kill',
        'crash',
        'rest',
      ])
      if (await page.locator('.thanks').isVisible()) break
      if (move === 'answer') await answerSomething(page, chance)
      else if (move === 'next') await pressNext(page)
      else if (move === 'back' && (await page.locator('.moves .quiet').isVisible())) await page.locator('.moves .quiet').click()
      else if (move === 'offline') {
        isOffline = !isOffline
        await context.setOffline(isOffline)
      } else if (move === 'reload' && !isOffline) await open(page, address)
      else if ((move === 'kill' || move === 'crash') && !isOffline) {
        if (move === 'kill') await page.close()
        else await crash(context, page)
        page = await context.newPage()
        await open(page, address)
      } else if (move === 'rest' && !isOffline)
        await until(() => page.locator('.kept[data-state="saving"]').isHidden(), 'the page to say what became of it')
    }
    await context.setOffline(false)
    // A last visit of the same browser sends what still waits.
    await open(page, address)
    await until(async () => (await waiting(page)) === 0, 'the queue to be empty', 45_000)
  } finally {
    await context.close()
  }
  return sights
}
