import type { HostedData, KioskData, Place } from '../hosted-data'
import { unsent } from '../runtime/queue'
import { sendUnsent } from '../runtime/send'
import { tab } from '../runtime/storage'
import type { Survey } from '../runtime/survey'
import { uuidV7 } from '../runtime/uuid'
import { fill } from '../words/words'
import { countDown } from './count-down'
import { keepOffline } from './keep-offline'

/** Seconds; `?idle=` and `?thanks=` in the address change the first two. */
const waits = { idle: 60, thanks: 10, warning: 15 }
const checkEvery = 5000

/** The page may come from this device's cache, again and again: each customer is a response of their own. */
export const anew = (visit: Place): Place => {
  const now = new Date()
  return { ...visit, id: uuidV7(now.getTime()), revision: 0, startedAt: now.toISOString() }
}

const secondsOf = (name: 'idle' | 'thanks'): number => {
  const asked = Number(new URLSearchParams(location.search).get(name))
  return asked > 0 ? asked : waits[name]
}

/** Where everybody begins: the address that the operator opened, whatever language the last customer chose. */
const firstAddress = (): string => {
  const known = tab.get<string>('earshot.kiosk')
  if (known && new URL(known).pathname === location.pathname) return known
  tab.set('earshot.kiosk', location.href)
  return location.href
}

const isThere = (url: string): Promise<boolean> =>
  fetch(url, { method: 'HEAD' }).then(
    ({ ok }) => ok,
    () => false,
  )

/** How many responses wait for the network: for the operator, in a corner. */
const watchQueue = (mark: HTMLElement, survey: Survey, words: HostedData['words']): void => {
  const look = async (): Promise<void> => {
    const { place, end } = survey.state()
    const waiting = (await unsent()).filter(({ id }) => id !== place.id || end !== 'none').length
    mark.textContent = waiting > 0 ? String(waiting) : ''
    mark.title = fill(words.kiosk?.waiting ?? '', { count: waiting })
    mark.ariaLabel = mark.title
    if (waiting > 0) void sendUnsent(place.id)
  }
  setInterval(look, checkEvery)
  addEventListener('online', look)
  void look()
}

type About = Pick<HostedData, 'languages' | 'words'> & { kiosk: KioskData }

/** Looks after a survey that stands in a room: it begins anew after each customer, and after one who went away. */
export const tend = (page: HTMLElement, survey: Survey, { languages, words, kiosk }: About) => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(KIOSK_CSS)
  document.adoptedStyleSheets.push(sheet)
  // The server's page is hidden until now (document.ts).
  document.body.append(Object.assign(document.createElement('template'), { id: 'whole' }))
  const first = firstAddress()
  const mark = Object.assign(document.createElement('aside'), { className: 'kiosk-mark' })
  document.body.append(mark)
  watchQueue(mark, survey, words)
  const pages = [first, ...languages.map(({ href }) => new URL(href, location.href).href)]
  keepOffline(kiosk, pages, page, (isReady) => {
    mark.dataset.offline = isReady ? 'ready' : 'no'
  })

  const startAgain = async (): Promise<void> => {
    // A new document, in the old one's place in the history: nothing of the last customer is left in it to come back to.
    if (navigator.serviceWorker?.controller || (await isThere(first))) location.replace(first)
    else setTimeout(startAgain, checkEvery)
  }
  const { stillThere = '', goOn = '', startAgain: again = '', startsAgain = '' } = words.kiosk ?? {}
  const hasBegun = (): boolean => survey.state().safety !== undefined || survey.back() !== undefined || location.href !== first

  let timer: ReturnType<typeof setTimeout>
  let isAsking = false
  const wait = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (survey.state().end !== 'none' || !hasBegun()) return wait()
      isAsking = true
      countDown({ title: stillThere, text: startsAgain, seconds: waits.warning, yes: goOn, no: again }, page).then((isHere) => {
        isAsking = false
        if (isHere) wait()
        else void startAgain()
      })
    }, secondsOf('idle') * 1000)
  }
  for (const name of ['pointerdown', 'keydown', 'input', 'scroll'])
    addEventListener(name, () => !isAsking && wait(), { passive: true })
  wait()
  // Browsers fill in what was typed here before, by somebody else.
  page.addEventListener(
    'focusin',
    ({ target }) => target instanceof HTMLInputElement && target.setAttribute('autocomplete', 'off'),
  )
  page.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.languages a')
    if (!link) return
    event.preventDefault()
    location.replace(link.href)
  })
  return {
    end: (): void => {
      clearTimeout(timer)
      countDown({ text: startsAgain, seconds: secondsOf('thanks'), no: again }, page).then(() => void startAgain())
    },
  }
}
