'use server'

import { revalidatePath } from 'next/cache'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { type Failure, type Issue, isFailure } from '@/domain/errors'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { parseProgrammeText } from '@/pipeline/design/parse-programme-text'
import { planProgramme } from '@/pipeline/design/plan-programme'

export type ImportProblem = {
  problem: 'signed_out' | 'not_allowed' | 'needs_members' | 'needs_settings' | 'too_large' | 'unreadable' | 'faults'
  issues?: readonly Issue[]
}

/** Values of a change as text; '' where there is nothing. */
export type PlanLine = { path: string; before: string; after: string }
export type PlanItem = { kind: string; key: string; plan: 'create' | 'change' | 'leave'; lines: PlanLine[] }

const largestFile = 900_000

const inWords = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return text.length > 200 ? `${text.slice(0, 199).toWellFormed()}…` : text
}

const toProblem = ({ detail, errors }: Failure): ImportProblem => ({
  problem: 'faults',
  issues: errors ?? [{ path: '', message: detail ?? '' }],
})

const has = (input: unknown, part: string): boolean =>
  typeof input === 'object' && input !== null && part in input && (input as Record<string, unknown>)[part] !== undefined

type SessionMember = NonNullable<Awaited<ReturnType<typeof currentMember>>>

/** Reads a file for a member who may apply what it holds: people and settings are the administrator's. */
const open = async (content: string): Promise<{ member: SessionMember; input: unknown } | ImportProblem> => {
  const member = await currentMember()
  if (!member) return { problem: 'signed_out' }
  if (!can(member.role, 'programme.write')) return { problem: 'not_allowed' }
  if (content.length > largestFile) return { problem: 'too_large' }
  const read = parseProgrammeText(content)
  if ('error' in read) return { problem: 'unreadable', issues: [{ path: '', message: read.error }] }
  const input = read.value
  if ((has(input, 'members') || has(input, 'teams')) && !can(member.role, 'members.write')) return { problem: 'needs_members' }
  const isSetting = ['settings', 'webhooks', 'chats'].some((part) => has(input, part))
  if (isSetting && !can(member.role, 'settings.write')) return { problem: 'needs_settings' }
  return { member, input }
}

/** What applying a file would do, object by object and place by place. Changes nothing. */
export const planImport = async (content: string): Promise<{ plan: PlanItem[] } | ImportProblem> => {
  const opened = await open(content)
  if ('problem' in opened) return opened
  const planned = await planProgramme(opened.member.organizationId, opened.input)
  if (isFailure(planned)) return toProblem(planned)
  return {
    plan: planned.plan.map(({ kind, key, plan, fields }) => ({
      kind,
      key,
      plan,
      lines: fields.slice(0, 50).map(({ path, before, after }) => ({ path, before: inWords(before), after: inWords(after) })),
    })),
  }
}

/** Applies a file, all of it or nothing. */
export const applyImport = async (content: string): Promise<{ changed: number } | ImportProblem> => {
  const opened = await open(content)
  if ('problem' in opened) return opened
  const { member, input } = opened
  const applied = await applyProgramme(member.organizationId, input, { by: member.email })
  if (isFailure(applied)) return toProblem(applied)
  revalidatePath('/', 'layout')
  return { changed: applied.applied.filter(({ change }) => change !== 'unchanged').length }
}
