import type { EmbedEvent, EmbedOptions, Mount } from './embed-options'

type Listener = (detail: Readonly<Record<string, unknown>>) => void
type Earshot = {
  (command: string, ...rest: unknown[]): void
  /** what the page called before this script came */
  q?: unknown[][]
}
type Shared = { listeners: [string, Listener][]; hosts: Map<string, HTMLElement> }

const script = document.currentScript as HTMLScriptElement | null
// One function for the page, however many surveys stand on it; what they share hangs on it.
const page = window as unknown as { earshot?: Earshot & { shared?: Shared } }

const warn = (text: string): void => {
  // biome-ignore lint/suspicious/noConsole: the only way to tell the page's developer
  console.warn(`Earshot: ${text}`)
}

const makeShared = (): Shared => {
  const shared: Shared = { listeners: [], hosts: new Map() }
  const early = page.earshot?.q ?? []
  const earshot = (command: string, first?: unknown, second?: unknown): void => {
    if (command === 'on' && typeof second === 'function') shared.listeners.push([String(first), second as Listener])
    else if (command === 'open') {
      const host = shared.hosts.get(String(first))
      host?.scrollIntoView({ block: 'center' })
      host?.shadowRoot?.querySelector<HTMLElement>('input,textarea')?.focus({ preventScroll: true })
      if (!host) warn(`there is no survey "${String(first)}" on this page to open.`)
    } else warn(`"${command}" is not a command here.`)
  }
  page.earshot = Object.assign(earshot, { shared })
  for (const [command, ...rest] of early) page.earshot(String(command), ...rest)
  return shared
}

const contextOf = (dataset: DOMStringMap): Record<string, string> =>
  Object.fromEntries(
    Object.entries(dataset).flatMap(([name, value]) => {
      const key = /^context([A-Z].*)$/.exec(name)?.[1]
      // data-context-order-id arrives as contextOrderId and is named order_id, as in the survey's address.
      return key && value !== undefined ? [[key.replace(/(?!^)[A-Z]/g, (letter) => `_${letter}`).toLowerCase(), value]] : []
    }),
  )

const makeHost = (element: HTMLScriptElement): HTMLElement | undefined => {
  const { target } = element.dataset
  const host = document.createElement('div')
  if (target) {
    const place = document.querySelector(target)
    if (!place) return undefined
    place.append(host)
  } else element.after(host)
  return host
}

const load = async (element: HTMLScriptElement): Promise<void> => {
  const { survey, mode = 'inline', lang, source, channel, target } = element.dataset
  const shared = page.earshot?.shared ?? makeShared()
  if (!survey) return warn('the script has no data-survey.')
  if (mode !== 'inline') return warn(`data-mode="${mode}" is not there yet; only "inline" is.`)
  const host = makeHost(element)
  if (!host) return warn(`nothing on the page fits data-target="${target}".`)
  shared.hosts.set(survey, host)
  const { origin } = new URL(element.src)
  const options: EmbedOptions = { survey, lang, source, channel, context: contextOf(element.dataset) }
  const emit = (event: EmbedEvent, detail: Readonly<Record<string, unknown>>): void => {
    for (const [name, listener] of shared.listeners) if (name === event) listener(detail)
  }
  try {
    // What the script itself imports is asked for beside it, not after it.
    for (const name of CORE_NAMES) import(`${origin}/widget/${name}`).catch(() => undefined)
    const runtime = (await import(`${origin}/widget/${RUNTIME_NAME}`)) as { mount: (mount: Mount) => Promise<void> }
    await runtime.mount({ host, origin, options, emit })
  } catch (error) {
    host.remove()
    shared.hosts.delete(survey)
    warn(`survey "${survey}" can't be shown: ${error instanceof Error ? error.message : String(error)}`)
  }
}

if (script && document.readyState === 'loading' && script.dataset.target)
  document.addEventListener('DOMContentLoaded', () => void load(script))
else if (script) void load(script)
