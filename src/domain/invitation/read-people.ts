/** A person to be invited, as a row of a table names them. */
export type Person = {
  externalId: string
  email?: string
  phone?: string
  name?: string
  locale?: string
  attributes?: Record<string, string>
}

/** What columns may be called; any other is an attribute under its own name. */
const columns: Readonly<Record<string, keyof Omit<Person, 'attributes'>>> = {
  id: 'externalId',
  externalid: 'externalId',
  'external id': 'externalId',
  'customer id': 'externalId',
  customer: 'externalId',
  客户编号: 'externalId',
  编号: 'externalId',
  email: 'email',
  'e-mail': 'email',
  mail: 'email',
  邮箱: 'email',
  电子邮箱: 'email',
  phone: 'phone',
  mobile: 'phone',
  电话: 'phone',
  手机: 'phone',
  手机号: 'phone',
  name: 'name',
  姓名: 'name',
  locale: 'locale',
  language: 'locale',
  语言: 'locale',
}

/** What a column of a table of people means: a field of the customer, or an attribute. */
export const columnOf = (header: string): keyof Omit<Person, 'attributes'> | undefined =>
  Object.hasOwn(columns, header.trim().toLowerCase()) ? columns[header.trim().toLowerCase()] : undefined

/** A row as a person, known by their id, else their address, else their number; undefined where there is none of these. */
export const readPerson = (row: Readonly<Record<string, string>>): Person | undefined => {
  const fields: Partial<Record<keyof Omit<Person, 'attributes'>, string>> = {}
  const attributes = new Map<string, string>()
  for (const [header, cell] of Object.entries(row)) {
    const value = cell.trim()
    if (value === '') continue
    const field = columnOf(header)
    if (field) fields[field] ??= value
    else attributes.set(header.trim(), value)
  }
  const externalId = fields.externalId ?? fields.email ?? fields.phone
  if (externalId === undefined) return undefined
  return { ...fields, externalId, ...(attributes.size > 0 ? { attributes: Object.fromEntries(attributes) } : {}) }
}
