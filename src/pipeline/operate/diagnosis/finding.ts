/** One thing that was looked at: what it is, how it stands, and what to do if it is wrong. */
export interface Finding {
  subject: string
  isOk: boolean
  detail: string
  remedy?: string
}

export const good = (subject: string, detail: string): Finding => ({ subject, isOk: true, detail })
export const bad = (subject: string, detail: string, remedy: string): Finding => ({ subject, isOk: false, detail, remedy })
