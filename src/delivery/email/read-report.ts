import PostalMime, { type Attachment } from 'postal-mime'
import { type Bounce, withoutBrackets } from '@/domain/delivery/bounce'
import { readDeliveryStatus } from '@/domain/delivery/delivery-status'

const textOf = ({ content }: Attachment): string => (typeof content === 'string' ? content : new TextDecoder().decode(content))

/** Of a message's head, or its first lines. */
const messageIdIn = (head: string): string | undefined =>
  /^message-id:\s*(\S+)/im.exec(head.split(/\r?\n\r?\n/)[0]?.replace(/\r?\n[ \t]+/g, ' ') ?? '')?.[1]

/**
 * The bounces in a mail that came back (RFC 3462 and 3464); none for any other mail, such as an out-of-office note, and none of
 * recipients whom it reached. `contentType`: of a report that comes without its own head, as an HTTP body may.
 */
export const readReport = async (mail: Uint8Array, contentType?: string): Promise<Bounce[]> => {
  const head = contentType === undefined ? new Uint8Array() : new TextEncoder().encode(`Content-Type: ${contentType}\r\n\r\n`)
  const parser = new PostalMime({ attachmentEncoding: 'utf8', forceRfc822Attachments: true, maxNestingDepth: 16 })
  const { attachments } = await parser.parse(new Uint8Array([...head, ...mail]))
  const status = attachments.find(({ mimeType }) => /^message\/(global-)?delivery-status$/i.test(mimeType))
  const original = attachments.find(({ mimeType }) => /^(message\/(rfc822|global)|text\/rfc822-headers)$/i.test(mimeType))
  const messageId = original && messageIdIn(textOf(original))
  return (status ? readDeliveryStatus(textOf(status)) : []).flatMap(({ address, action, status: code, reason }) =>
    action === 'failed' || action === 'delayed'
      ? [
          {
            address,
            messageId: messageId === undefined ? null : withoutBrackets(messageId),
            // One that says it has failed, but not why, has failed for good.
            status: code ?? (action === 'failed' ? '5.0.0' : null),
            reason,
            isFinal: action === 'failed',
          },
        ]
      : [],
  )
}
