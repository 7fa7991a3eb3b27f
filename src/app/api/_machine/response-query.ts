import { z } from 'zod'
import { whereSchema } from '@/domain/condition/where-schema'
import { daySchema } from './query'

/** What narrows responses, in an address or a body: everything by key, days in the organization's time zone. */
export const responseQuery = {
  survey: z.string().max(200).optional(),
  touchpoint: z.string().max(200).optional(),
  journey: z.string().max(200).optional(),
  channel: z.string().max(200).optional(),
  locale: z.string().max(200).optional(),
  from: daySchema.optional(),
  to: daySchema.optional(),
  where: whereSchema.optional(),
  q: z.string().max(200).optional(),
  tag: z.string().max(200).optional(),
  status: z.enum(['partial', 'completed', 'disqualified']).optional(),
}

/** The days from and to, either of which may be left out. */
export const periodOf = (from: string | undefined, to: string | undefined) =>
  from || to ? { from: from ?? '0001-01-01', to: to ?? '9999-12-31' } : undefined
