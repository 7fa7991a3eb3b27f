import { isTooSoon, remember } from './again'
import type { Box, makeBox } from './box'
import type { EmbedEvent, EmbedOptions, Mount } from './embed-options'
import { shared as sharedByPage, tell, warn } from './page'
import { arm } from './trigger'

const script = document.currentScript as HTMLScriptElement | null

/** The word on a button or tab before anything of ours is loaded, unless the page has its own. */
const labels: Readonly<Record<string, string>> = {
  en: 'Feedback',
  zh: '反馈',
  ja: 'ご意見',
  ko: '의견',
  es: 'Opinión',
  fr: 'Votre avis',
  pt: 'Opinião',
  ar: 'رأيك',
}

const contextOf = (dataset: DOMStringMap): Record<string, string> =>
  Object.fromEntries(
    Object.entries(dataset).flatMap(([name, value]) => {
      const key = /^context([A-Z].*)$/.exec(name)?.[1]
      // data-context-order-id arrives as contextOrderId and is named order_id, as in the survey's address.
      return key && value !== undefined ? [[key.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(), value]] : []
    }),
  )

/**
 * The page's own scheme, not the customer's: a dark card on a page that is always light looks like a mistake, and the other way
 * round. Undefined where the page has both.
 */
const schemeOf = (wanted: string | undefined, parent: Element): 'light' | 'dark' | undefined => {
  const { colorScheme } = getComputedStyle(parent)
  const ofPage =
    colorScheme === 'normal' ? document.querySelector<HTMLMetaElement>('meta[name=color-scheme]')?.content : colorScheme
  const scheme = wanted ?? ofPage ?? ''
  if (scheme === 'auto' || /light.*dark|dark.*light/.test(scheme)) return undefined
  return scheme.includes('dark') ? 'dark' : 'light'
}

/** The page's own important styles reach the host, and lose against these alone. */
const inlineCss = ':host{all:initial!important;display:block!important}.stage{display:grid}'

/** The element in which an inline survey is drawn. Its place is kept before there is anything to see, so that the page doesn't move. */
const makeStage = (root: ShadowRoot, height: string): HTMLElement => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(inlineCss)
  root.adoptedStyleSheets = [sheet]
  const stage = document.createElement('div')
  stage.className = 'stage'
  stage.style.minHeight = `${height}px`
  root.append(stage)
  return stage
}

const begin = async (element: HTMLScriptElement): Promise<void> => {
  const { survey, mode = 'inline', lang, source, channel, target, label, color, again = '30d', height = '480' } = element.dataset
  const shared = sharedByPage()
  if (!survey) return warn('the script has no data-survey.')
  const isInline = mode === 'inline'
  if (!/^(inline|popup|slide|tab|button)$/.test(mode)) return warn(`data-mode="${mode}" is none of ours.`)
  const parent = target || !isInline ? document.querySelector(target ?? 'body') : element.closest('body') && element.parentElement
  if (!parent)
    return warn(target ? `nothing on the page fits data-target="${target}".` : 'a script in the head needs a data-target.')

  const scheme = schemeOf(element.dataset.scheme, parent)
  const host = document.createElement('div')
  const root = host.attachShadow({ mode: 'open' })
  const { origin } = new URL(element.src)
  const load = <T>(name: string) => import(`${origin}/widget/${name}`) as Promise<T>
  if (isInline && !target) element.after(host)
  else parent.append(host)
  let box: Box | undefined
  let mounted: Promise<boolean> | undefined
  let isAnswered = false

  const emit = (event: EmbedEvent, detail: Readonly<Record<string, unknown>>): void => {
    if (event === 'complete') {
      isAnswered = true
      remember(survey)
    }
    tell(shared, event, detail)
  }
  const makeCard = async (): Promise<Box> => {
    const card = await load<{ makeBox: typeof makeBox }>(BOX_NAME)
    box ??= card.makeBox(root, {
      mode,
      label: label ?? labels[(lang ?? document.documentElement.lang).slice(0, 2)] ?? 'Feedback',
      color,
      scheme,
      onLaunch: () => void open(true),
      onClose: () => {
        remember(survey)
        emit('close', { survey })
      },
    })
    return box
  }
  const inlineStage = isInline ? makeStage(root, height) : undefined
  /** True once there is something to see. A failure is told once; a later moment tries again. */
  const mount = (): Promise<boolean> => {
    mounted ??= new Promise<boolean>((resolve) => {
      const onDrawn: Mount['onDrawn'] = (title, close, isRightToLeft) => {
        box?.name(title, close, isRightToLeft)
        resolve(true)
      }
      const options: EmbedOptions = { source, channel, scheme, context: contextOf(element.dataset) }
      const languages = encodeURIComponent(lang ?? String(navigator.languages))
      const visitor = () => shared.visitor
      Promise.all([
        load<{ mount: (mount: Mount) => Promise<void> }>(RUNTIME_NAME),
        // Beside the runtime, not by it: one way to the server and back less before there is something to see.
        fetch(`${origin}/api/v1/surveys/${encodeURIComponent(survey)}/definition?lang=${languages}`, { credentials: 'omit' }),
        inlineStage ?? makeCard().then(({ stage }) => stage),
      ])
        .then(([runtime, answer, place]) => runtime.mount({ root, place, origin, options, answer, visitor, emit, onDrawn }))
        .catch((error: unknown) => {
          mounted = undefined
          if (isInline) host.remove()
          warn(`survey "${survey}" can't be shown: ${error instanceof Error ? error.message : String(error)}`)
          resolve(false)
        })
    })
    return mounted
  }
  const open = async (isAsked?: boolean): Promise<void> => {
    if (box?.isOpen() || (!isInline && !isAsked && (isAnswered || isTooSoon(survey, again)))) return
    if (!(await mount())) return
    if (box) {
      box.show(isAsked === true)
      emit('open', { survey })
    } else if (isAsked) {
      host.scrollIntoView({ block: 'center' })
      inlineStage?.querySelector<HTMLElement>('input,textarea')?.focus({ preventScroll: true })
    }
  }
  shared.stands.set(survey, { open: () => void open(true), close: () => box?.close() })
  const hasLauncher = mode === 'tab' || mode === 'button'
  if (hasLauncher) await makeCard()
  const trigger = element.dataset.trigger ?? (hasLauncher ? undefined : 'load')
  if (trigger && !arm(trigger, (isAsked) => void open(isAsked), shared)) warn(`data-trigger="${trigger}" is none of ours.`)
  if (shared.past.has(`open:${survey}`)) void open(true)
}

const start = () => script && begin(script).catch((error: unknown) => warn(String(error)))
if (!document.body || (document.readyState === 'loading' && script?.dataset.target)) addEventListener('DOMContentLoaded', start)
else void start()
