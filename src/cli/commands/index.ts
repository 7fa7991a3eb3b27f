import type { Command } from '../command'
import { bootstrapCommand } from './bootstrap'
import { createApiKeyCommand } from './create-api-key'
import { createUserCommand } from './create-user'
import { doctorCommand } from './doctor'
import { migrateCommand } from './migrate'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  migrateCommand,
  bootstrapCommand,
  createApiKeyCommand,
  createUserCommand,
  doctorCommand,
]
