import { statusInWords, statusOf } from './bounce'

/** What a delivery status notification says of one recipient. */
export type RecipientStatus = {
  address: string
  action: 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded'
  status: string | null
  reason: string
}

const actions = ['failed', 'delayed', 'delivered', 'relayed', 'expanded'] as const

/** Fields of one group, by lower-case name; folded lines are one. The first of a name counts. */
const fieldsOf = (group: string): Map<string, string> => {
  const fields = new Map<string, string>()
  for (const line of group.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const [, name, value] = /^([!-9;-~]+):\s*(.*)$/.exec(line) ?? []
    if (name && value !== undefined && !fields.has(name.toLowerCase())) fields.set(name.toLowerCase(), value.trim())
  }
  return fields
}

/** `rfc822; <Ann@shop.example>`: a type, then an address; comments in parentheses are no part of it. */
const addressOf = (field: string | undefined): string | undefined => {
  const [, given] = /^[^;]*;\s*(.*)$/.exec(field ?? '') ?? []
  const address = given
    ?.replace(/\([^)]*\)/g, '')
    .trim()
    .replace(/^<|>$/g, '')
    .toLowerCase()
  return address?.includes('@') ? address : undefined
}

/**
 * Reads the machine's part of a delivery status notification (RFC 3464, message/delivery-status): groups of fields parted by empty lines,
 * the first about the message, each other about a recipient. Who was written to counts, not where a forwarding led to.
 */
export const readDeliveryStatus = (text: string): RecipientStatus[] =>
  text.split(/\r?\n[ \t]*\r?\n/).flatMap((group) => {
    const fields = fieldsOf(group)
    const address = addressOf(fields.get('original-recipient')) ?? addressOf(fields.get('final-recipient'))
    const action = actions.find((one) => one === fields.get('action')?.split(/[\s(]/)[0]?.toLowerCase())
    if (!address || !action) return []
    const reason = (fields.get('diagnostic-code') ?? '').replace(/^[\w.-]+;\s*/, '').slice(0, 1000)
    return [{ address, action, status: statusOf(fields.get('status') ?? '') ?? statusInWords(reason), reason }]
  })
