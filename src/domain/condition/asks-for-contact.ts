import { fieldsOf } from './condition'
import { readCondition } from './read-condition'

const contact: readonly string[] = ['customer.email', 'customer.phone']
const named: readonly string[] = ['where', 'besideWhere']

const isOfContact = (text: string): boolean => {
  const read = readCondition(text)
  return 'value' in read && fieldsOf(read.value).some((field) => contact.includes(field))
}

/**
 * Whether a condition somewhere in it, a text under `where` as in an address's parameters or in a dashboard, asks how a customer can be
 * reached. Asked letter by letter (`starts_with`), the numbers under such conditions tell what nobody may read.
 */
export const asksForContact = (asked: unknown): boolean => {
  if (typeof asked !== 'object' || asked === null) return false
  return Object.entries(asked).some(([name, value]) =>
    typeof value === 'string' ? named.includes(name) && isOfContact(value) : asksForContact(value),
  )
}

/** The same of an address, whose parameters may stand there more than once. */
export const addressAsksForContact = (parameters: URLSearchParams): boolean =>
  [...parameters].some(([name, value]) => asksForContact({ [name]: value }))
