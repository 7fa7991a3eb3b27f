export type OwnerChoice = { value: string; label: string; isTeam: boolean }
export type CauseChoice = { value: string; label: string }
export type RecoveryChoice = { value: string; label: string; amountCents: number | null; currency: string | null }
/** A template as it reads for this customer, its placeholders filled in. */
export type MailChoice = { value: string; label: string; subject: string; text: string }
export type OtherChoice = { value: string; label: string }

/** What the steps of a case choose from. */
export type StepChoices = {
  owner: string
  owners: readonly OwnerChoice[]
  causes: readonly CauseChoice[]
  recoveries: readonly RecoveryChoice[]
  mails: readonly MailChoice[]
  /** why the customer can't be written to */
  noMail: 'anonymous' | 'no_address' | 'unsubscribed' | 'refused' | null
  others: readonly OtherChoice[]
  linked: readonly OtherChoice[]
  responses: readonly { value: string; label: string }[]
}
