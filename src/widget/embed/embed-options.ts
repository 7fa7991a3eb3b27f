/** What an embedding page says in the script's `data-*`; the loader reads it and the runtime acts on it. */
export type EmbedOptions = {
  survey: string
  lang?: string | undefined
  source?: string | undefined
  channel?: string | undefined
  context: Readonly<Record<string, string>>
}

export type EmbedEvent = 'ready' | 'answer' | 'complete'

export type Mount = {
  host: HTMLElement
  /** of the server, without a slash at the end */
  origin: string
  options: EmbedOptions
  emit: (event: EmbedEvent, detail: Readonly<Record<string, unknown>>) => void
}
