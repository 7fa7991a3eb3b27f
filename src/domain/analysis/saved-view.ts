import { z } from 'zod'
import { readCondition } from '../condition/read-condition'
import { clean } from '../response/clean'
import { viewKinds, viewParameters } from './view-kinds'

/** A name of one line, as people give it. */
export const viewNameSchema = z
  .string()
  .transform((name) => clean(name).replace(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'needs a name').max(80, 'takes at most 80 characters'))

const isCondition = (text: string): boolean => 'value' in readCondition(text)

const parametersSchema = z
  .partialRecord(
    z.enum(viewParameters),
    z
      .string()
      .min(1)
      .max(8000)
      .transform(clean<string>),
  )
  .refine(({ where }) => where === undefined || isCondition(where), { path: ['where'], message: 'is no condition' })
  .refine(({ besideWhere }) => besideWhere === undefined || isCondition(besideWhere), {
    path: ['besideWhere'],
    message: 'is no condition',
  })

export const savedViewSchema = z
  .strictObject({ kind: z.enum(viewKinds), name: viewNameSchema, isShared: z.boolean(), parameters: parametersSchema })
  .refine(({ kind, parameters }) => kind !== 'segment' || Object.keys(parameters).join() === 'where', {
    path: ['parameters'],
    message: 'of a segment are its condition alone',
  })

export type SavedViewInput = z.output<typeof savedViewSchema>

/** Who asks: members see their own views and shared ones, and change their own; `mayTidy` those that others share too. */
export type ViewReader = { organizationId: string; memberId: string }
export type ViewEditor = ViewReader & { mayTidy: boolean }
