type Detail = Readonly<Record<string, unknown>>
type Listener = (detail: Detail) => void
/** A survey that stands on the page, or waits for its moment. */
export type Stand = { open: () => void; close: () => void }

/** What the surveys of one page share, however many scripts brought them. */
export type Shared = {
  listeners: [string, Listener][]
  stands: Map<string, Stand>
  visitor: { context: Record<string, unknown>; customerToken?: string | undefined }
  /** events that the page has told of, and surveys that it opened before they were there */
  past: Set<string>
}

type Earshot = {
  (command: string, ...rest: unknown[]): void
  /** what the page called before this script came */
  q?: ArrayLike<unknown>[]
  shared?: Shared
}

// One function for the page: the only name that is taken.
const page = window as unknown as { earshot?: Earshot }

export const warn = (text: string): void => {
  // biome-ignore lint/suspicious/noConsole: the only way to tell the page's developer
  console.warn(`Earshot: ${text}`)
}

export const tell = ({ listeners }: Shared, name: string, detail: Detail): void => {
  for (const [wanted, listener] of [...listeners]) if (wanted === name) listener(detail)
}

const makeShared = (): Shared => {
  const shared: Shared = { listeners: [], stands: new Map(), visitor: { context: {} }, past: new Set() }
  const { listeners, stands, visitor, past } = shared
  const commands: Record<string, (first: string, second: unknown) => void> = {
    on: (name, listener) => listeners.push([name, listener as Listener]),
    // Nothing of it is proven but by the token: names say so wherever they are read.
    identify: (attributes, token) => {
      for (const [key, value] of Object.entries(attributes ?? {})) visitor.context[`unverified_${key}`] = value
      if (token) visitor.customerToken = String(token)
    },
    event: (name, attributes) => {
      Object.assign(visitor.context, { event: name }, attributes)
      past.add(`event:${name}`)
      tell(shared, `event:${name}`, {})
    },
    open: (survey) => {
      past.add(`open:${survey}`)
      const stand = stands.get(survey)
      if (stand) stand.open()
      else if (document.readyState === 'complete') warn(`there is no survey "${survey}" on this page to open.`)
    },
    close: (survey) => stands.get(survey)?.close(),
  }
  const early = page.earshot?.q ?? []
  const earshot = (command: string, first?: unknown, second?: unknown): void => {
    const act = commands[command]
    if (act) act(first as string, second)
    else warn(`"${command}" is not a command here.`)
  }
  page.earshot = Object.assign(earshot, { shared })
  for (const call of Array.from(early)) page.earshot(...(Array.from(call) as [string]))
  return shared
}

export const shared = (): Shared => page.earshot?.shared ?? makeShared()
