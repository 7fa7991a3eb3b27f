import { type Failure, fail, isFailure, within } from '@/domain/errors'
import type { Programme } from '@/domain/programme/schema'
import { prisma } from '@/store/connection'
import { findAway } from '@/store/programme/member-absence'
import { readProgramme } from '@/store/programme/read-programme'
import { applyProgramme } from './apply-programme'

type Kind = Exclude<keyof Programme, 'settings'>

const asObject = (input: unknown): Record<string, unknown> | undefined =>
  typeof input === 'object' && input !== null && !Array.isArray(input) ? (input as Record<string, unknown>) : undefined

/**
 * `PUT …/{key}`: a programme of one object. Answers the stored object and whether it is new. A survey put this way
 * stays a draft until it is published.
 */
export const putObject = async (
  organizationId: string,
  kind: Kind,
  key: string,
  input: unknown,
  by?: string,
): Promise<{ isNew: boolean; stored: unknown } | Failure> => {
  const object = asObject(input)
  if (!object) return fail('invalid', 'The body must be an object.')
  const name = kind === 'members' ? key.trim().toLowerCase() : key
  // Such an entry is left out of records before anybody could say that it is no key.
  if (name === '__proto__') return fail('invalid', 'The programme can’t be applied.', [{ path: '', message: 'is no key' }])
  const one = { [kind]: { [name]: kind === 'surveys' ? { ...object, publish: false } : object } }
  const applied = await applyProgramme(organizationId, one, by ? { by } : {})
  if (isFailure(applied)) return within(applied, /^[\w-]+$/.test(name) ? `${kind}.${name}` : `${kind}["${name}"]`)
  const programme = await readProgramme(organizationId)
  // Somebody's absence is no part of the programme, and stands in no file of it; whoever put it is told what was kept.
  const away = kind === 'members' ? await findAway({ db: prisma(), organizationId }, name) : undefined
  const stored = { ...programme[kind][name], ...(away ? { away } : {}) }
  return { isNew: applied.applied[0]?.change === 'created', stored }
}
