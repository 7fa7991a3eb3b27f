import type { Command } from '../command'
import { applyCommand } from './apply'
import { bootstrapCommand } from './bootstrap'
import { clearBouncesCommand } from './clear-bounces'
import { createApiKeyCommand } from './create-api-key'
import { createUserCommand } from './create-user'
import { doctorCommand } from './doctor'
import { exportCommand } from './export'
import { exportAnswersCommand } from './export-answers'
import { identitySecretCommand } from './identity-secret'
import { migrateCommand } from './migrate'
import { rebuildRollupsCommand } from './rebuild-rollups'

/** Every command, in the order of the help. */
export const commands: readonly Command[] = [
  migrateCommand,
  bootstrapCommand,
  createApiKeyCommand,
  createUserCommand,
  identitySecretCommand,
  applyCommand,
  exportCommand,
  exportAnswersCommand,
  rebuildRollupsCommand,
  clearBouncesCommand,
  doctorCommand,
]
