/** Why a sealed secret can't be read. other_key: sealed with a key that isn't there; altered: changed, or put in another's place */
export type Unreadable = 'other_key' | 'altered'

const because: Record<Unreadable, string> = {
  other_key: 'It was sealed under another AUTH_SECRET: start with that one again, or with both, the other as AUTH_SECRET_FORMER.',
  altered: 'What is stored was changed, or is another’s.',
}

/** What an operator reads of it: whose secret it is, why, and how to do without it (`anew`, a sentence). */
export const sayUnreadable = (whose: string, why: Unreadable, anew: string): string =>
  `${whose} can’t be read. ${because[why]} ${anew}`

/** The same of a webhook or a chat, on its deliveries and in the log. */
export const sayUnreadableTarget = (why: Unreadable): string =>
  sayUnreadable('Its secret or address', why, 'Otherwise give it a new secret, a chat its address too; what waits goes out then.')

/** The same of the secret that an organization's systems sign customers' identity with. */
export const sayUnreadableIdentity = (why: Unreadable): string =>
  sayUnreadable(
    'The identity secret',
    why,
    'Otherwise make a new one (cli identity-secret --rotate) and give it to the systems that sign.',
  )
