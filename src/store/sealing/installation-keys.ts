import { env } from '@/config/env'
import { type Opened, type Place, type SealingKey, seal, sealingKey, unseal } from './seal'

let made: readonly [SealingKey, ...SealingKey[]] | undefined

/** This installation's keys: the one that seals, and the one before it if the operator names it. */
export const installationKeys = (): readonly [SealingKey, ...SealingKey[]] => {
  const { authSecret, authSecretFormer } = env()
  made ??= [sealingKey(authSecret), ...(authSecretFormer ? [sealingKey(authSecretFormer)] : [])]
  return made
}

export const sealHere = (place: Place, text: string): string => seal(installationKeys()[0], place, text)

export const openHere = (place: Place, stored: string): Opened => unseal(installationKeys(), place, stored)
