import type { PublishedSurvey } from '@/domain/survey/definition'
import type { Visitor } from '../runtime/visitor'
import type { Words } from '../words/words'

/** What an embedding page says in the script's `data-*`; the loader reads it and the runtime acts on it. */
export type EmbedOptions = {
  source?: string | undefined
  /** where the page has one form alone */
  scheme?: 'light' | 'dark' | undefined
  channel?: string | undefined
  context: Readonly<Record<string, string>>
}

/** What the server answers to `GET …/definition?lang=…`: the survey, in which of its languages, and the first words in that. */
export type AskedSurvey = PublishedSurvey & { locale: string; words: Partial<Words>; wordLocale: string }

export type EmbedEvent = 'ready' | 'open' | 'answer' | 'complete' | 'close'

export type Mount = {
  /** the shadow tree, and the element in it that the survey is drawn in */
  root: ShadowRoot
  place: HTMLElement
  /** of the server, without a slash at the end */
  origin: string
  options: EmbedOptions
  /** the server's answer to the loader, which asks for the survey beside the runtime */
  answer: Response
  visitor: () => Visitor
  emit: (event: EmbedEvent, detail: Readonly<Record<string, unknown>>) => void
  /** there is something to see: its title, its word for closing, which way it runs */
  onDrawn: (title: string, close: string, isRightToLeft: boolean) => void
}
