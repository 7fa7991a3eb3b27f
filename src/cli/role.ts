import { roleSchema } from '@/domain/schemas'
import { type Arguments, requiredText, UsageError } from './command'

export const roleOf = (args: Arguments): string => {
  const given = requiredText(args, 'role')
  const parsed = roleSchema.safeParse(given)
  if (!parsed.success) throw new UsageError(`--role is "${given}", but admin, manager, analyst, owner or viewer is wanted`)
  return parsed.data
}
