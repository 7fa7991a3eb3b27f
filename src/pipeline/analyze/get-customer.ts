import { isUuid, readTimeCursor, toPage, writeCursor } from '@/domain/cursor'
import { type Health, healthOf } from '@/domain/customer/health'
import { type Failure, isFailure } from '@/domain/errors'
import type { CustomerRecord } from '@/store/customer/customer-record'
import { findCustomer } from '@/store/customer/find-customer'
import { type CustomerDetail, getCustomerDetail } from '@/store/customer/get-customer-detail'
import { listHealthFacts } from '@/store/customer/list-health-facts'
import { listTimeline, type TimelineEntry } from '@/store/customer/list-timeline'

export type CustomerScreen = CustomerDetail & {
  /** null where it took too long to tell */
  health: Health | null
  timeline: { items: TimelineEntry[]; nextCursor: string | null } | Failure
}

const pageSize = 30

/** One customer by the id that their own systems have for them; undefined if there is none such. */
export const getCustomerRecord = (organizationId: string, externalId: string): Promise<CustomerRecord | undefined> =>
  findCustomer(organizationId, externalId)

/** One customer's screen: who they are, how they stand and why, and a page of what happened; null if there is none such. */
export const getCustomer = async (
  organizationId: string,
  id: string,
  { cursor, now }: { cursor?: string | null; now: Date },
): Promise<CustomerScreen | null> => {
  const customer = isUuid(id) ? await getCustomerDetail(organizationId, id) : undefined
  if (!customer) return null
  const after = readTimeCursor(cursor) ?? undefined
  const [facts, entries] = await Promise.all([
    listHealthFacts(organizationId, [id], now),
    listTimeline({ organizationId, customerId: id, limit: pageSize, after }),
  ])
  const known = isFailure(facts) ? undefined : facts.get(customer.id)
  return {
    ...customer,
    health: known ? healthOf(known, now) : null,
    timeline: isFailure(entries)
      ? entries
      : toPage(entries, pageSize, (entry) => writeCursor([entry.at.toISOString(), entry.id])),
  }
}

export type { TimelineEntry } from '@/store/customer/list-timeline'
