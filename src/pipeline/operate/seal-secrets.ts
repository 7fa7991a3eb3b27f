import { sayUnreadable } from '@/domain/unreadable'
import { log } from '@/observe/logger'
import { sealStored, type Unread } from '@/store/sealing/seal-stored'

/** What an operator reads of secrets that can't be read. Undefined where all can be. */
export const sayUnread = (unread: readonly Unread[]): string | undefined => {
  const [first] = unread
  if (!first) return undefined
  const why = unread.some(({ why }) => why === 'other_key') ? 'other_key' : first.why
  return sayUnreadable(
    `${unread.length} of the secrets in the database`,
    why,
    'Otherwise give the webhooks and chats that say so new ones, and make identity secrets anew. Messages to these targets wait.',
  )
}

/**
 * Brings every stored secret under this installation's key, as a worker starts: those from before there was sealing, and those
 * sealed under AUTH_SECRET_FORMER. What can't be read stops nothing: it is told, and waits for its key.
 */
export const sealSecrets = async (): Promise<void> => {
  const { plain, former, unread } = await sealStored()
  if (plain + former > 0) log().info({ plain, former }, 'secrets were sealed')
  const trouble = sayUnread(unread)
  if (trouble) log().error({ places: unread.slice(0, 20) }, trouble)
}
