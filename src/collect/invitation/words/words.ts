import type { Notice } from '@/widget/words/words'

/** What pages of personal links say, in one language. `confirm` and `done` are the unsubscribe page's. */
export type InvitationWords = {
  unknown: Notice
  expired: Notice
  ended: Notice
  used: string
  confirm: Notice
  button: string
  done: Notice
  deadLink: Notice
}
