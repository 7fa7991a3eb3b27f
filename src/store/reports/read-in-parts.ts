import type pg from 'pg'
import { type Failure, isFailure } from '@/domain/errors'
import { splitByCustomer, type Wish } from '../condition/customer-terms'
import { findCustomersByTerms } from '../customer/find-customers-by-terms'
import { readWithin, tooSlow } from '../read-within'
import type { FactFilter, Facts } from './facts'
import { partsOf } from './parts-of'
import type { Reading } from './reading'

/** In days: each part of a period brings the customers along, and looking at the responses of a few days costs less than that. */
const partWithCustomers = 30

/** The customers whom a condition asks for, found once for all periods of a screen. */
const customersOf = async (
  { organizationId, where }: FactFilter,
  wishes: readonly Wish[],
  { customers, patienceMs }: Reading,
) => {
  const key = JSON.stringify([organizationId, where])
  const find = (client: pg.PoolClient) => findCustomersByTerms(client, organizationId, wishes)
  const found = customers.get(key) ?? readWithin(patienceMs, find)
  customers.set(key, found)
  return found
}

/** A filter whose condition on customers has been asked of them, instead of each of their responses. */
const withCustomers = async (filter: FactFilter, reading: Reading): Promise<FactFilter | Failure> => {
  const { wishes, rest } = splitByCustomer(filter.where ?? { all: [] })
  if (wishes.length === 0) return filter
  const customers = await customersOf(filter, wishes, reading)
  if (isFailure(customers)) return customers
  return customers ? { ...filter, customers, where: rest } : filter
}

/** Rows of facts of a period, part after part under one time limit: `statementOf` is asked once for each part. */
export const readInParts = async <Row extends object>(
  asked: FactFilter,
  facts: Facts,
  reading: Reading,
  statementOf: (from: string) => string,
): Promise<Row[] | Failure> => {
  const since = performance.now()
  const { patienceMs } = reading
  const filter = await withCustomers(asked, reading)
  if (isFailure(filter)) return filter
  const parts = partsOf(filter, filter.customers ? partWithCustomers : undefined)
  reading.progress.expect(parts.length)
  const rows: Row[] = []
  for (const span of parts) {
    const { from, params } = facts.within(filter, span)
    const left = patienceMs - (performance.now() - since)
    const read = (client: pg.PoolClient) => client.query<Row>(statementOf(from), params)
    const found = left > 0 ? await readWithin(left, read) : tooSlow(patienceMs)
    if (isFailure(found)) return tooSlow(patienceMs)
    rows.push(...found.rows)
    reading.progress.advance()
  }
  return rows
}
