import type { Answer } from '../target/post'
import type { Verdict } from '../target/verdict'
import type { ChatContent } from './chat-content'

export type ChatRequest = { url: string; body: object }

/** How one app is written to. */
export type ChatAdapter = {
  /** the message, the same at every attempt */
  write: (content: ChatContent) => object
  /** signed for this moment, where the app wants that */
  sign?: (request: ChatRequest, secret: string, now: Date) => ChatRequest
  judge: (answer: Answer) => Verdict
}
