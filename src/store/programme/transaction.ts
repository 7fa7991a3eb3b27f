import type { Issue } from '@/domain/errors'
import type { Transaction } from '../connection'
import type { Prisma } from '../generated/client'

/** What saving one object of the programme came to. */
export type Change = 'created' | 'changed' | 'unchanged'

/** Where it is saved: one transaction of one organization. Whoever writes says who they are, and what is saved together. */
export type Scope = { db: Transaction; organizationId: string; by?: string; applyId?: string }

/** Thrown to undo the whole: all or nothing. The use case turns it into an answer; it never leaves the pipeline. */
export class Refused extends Error {
  override name = 'Refused'
  constructor(readonly issues: Issue[]) {
    super('the programme can’t be applied')
  }
}

/** Checked values as Prisma takes JSON. */
export const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue
