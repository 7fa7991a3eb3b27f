import type { Visitor } from '../runtime/visitor'

/** What an embedding page says in the script's `data-*`; the loader reads it and the runtime acts on it. */
export type EmbedOptions = {
  survey: string
  lang?: string | undefined
  source?: string | undefined
  channel?: string | undefined
  context: Readonly<Record<string, string>>
}

export type EmbedEvent = 'ready' | 'open' | 'answer' | 'complete' | 'close'

export type Mount = {
  /** the shadow tree, and the element in it that the survey is drawn in */
  root: ShadowRoot
  place: HTMLElement
  /** of the server, without a slash at the end */
  origin: string
  options: EmbedOptions
  visitor: () => Visitor
  emit: (event: EmbedEvent, detail: Readonly<Record<string, unknown>>) => void
  /** there is something to see: its title, its word for closing, which way it runs */
  onDrawn: (title: string, close: string, isRightToLeft: boolean) => void
}
