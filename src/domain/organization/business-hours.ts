import { z } from 'zod'

/** Days as Intl names them, Monday first. */
export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type Weekday = (typeof weekdays)[number]

/** Opening times by weekday, `HH:MM-HH:MM` in the organization's time zone; a day without any is closed. */
export type BusinessHours = Readonly<Partial<Record<Weekday, readonly string[]>>>

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))

/** `09:00-18:00` → minutes since midnight; `24:00` ends a day. */
export const parseSpan = (span: string): { from: number; to: number } => ({ from: minuteOf(span), to: minuteOf(span.slice(6)) })

const spanSchema = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'must be a span such as 09:00-18:00')
  .refine((span) => parseSpan(span).from < parseSpan(span).to, 'must end after it begins')

const daySchema = z
  .array(spanSchema)
  .max(6)
  .refine(
    (spans) =>
      spans
        .map(parseSpan)
        .sort((a, b) => a.from - b.from)
        .every((span, index, sorted) => index === 0 || (sorted[index - 1]?.to ?? 0) <= span.from),
    'spans must not overlap',
  )

export const businessHoursSchema: z.ZodType<BusinessHours> = z
  .strictObject(Object.fromEntries(weekdays.map((day) => [day, daySchema.optional()])))
  .refine(
    (hours) => Object.values(hours).some((spans) => (spans as string[] | undefined)?.length),
    'needs at least one open span; leave it out for around the clock',
  )
  .transform((hours) => hours as BusinessHours)
