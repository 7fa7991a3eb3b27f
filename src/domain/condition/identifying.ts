import { type Condition, fieldsOf } from './condition'

/** What could tell who gave an answer that names nobody: whatever was sent along with it. */
const isIdentifying = (field: string): boolean => /^(context|event|customer)\./.test(field) || field === 'response.source'

/** Whether a condition asks for something of the kind. */
export const asksWho = (where: Condition | undefined): boolean => where !== undefined && fieldsOf(where).some(isIdentifying)
