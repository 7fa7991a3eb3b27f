type Notice = { title: string; text: string }

/** The question whether a case is mended: its mail and its page, in one language. `{name}` stands for what is put in. */
export type VerifyWords = {
  subject: string
  text: string
  question: string
  yes: string
  no: string
  /** beside the field for words */
  more: string
  case: string
  unsubscribe: string
  thanksFixed: Notice
  thanksNotFixed: Notice
  answered: Notice
  over: Notice
  expired: Notice
  invalid: Notice
}
