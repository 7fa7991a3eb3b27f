import { readFileSync } from 'node:fs'
import { checkVariables } from '../../src/config/rules.mjs'
import { places } from './places.mjs'
import { Trouble } from './trouble.mjs'

const readSeed = (file) => {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch {
    return undefined
  }
}

/** The operator's variables, checked, with the defaults that depend on the data folder. Throws one line for a wrong one. */
export const readSettings = (env = process.env) => {
  const [fault] = checkVariables(env)
  if (fault) throw new Trouble(`${fault}.`, 'Change or unset it and start again.')
  if (Boolean(env.ADMIN_EMAIL) !== Boolean(env.ADMIN_PASSWORD)) {
    const [given, missing] = env.ADMIN_EMAIL ? ['ADMIN_EMAIL', 'ADMIN_PASSWORD'] : ['ADMIN_PASSWORD', 'ADMIN_EMAIL']
    throw new Trouble(`${given} is given without ${missing}.`, 'Give both, or neither to receive a set-up link.')
  }
  const where = places(env)
  const isEmbedded = !env.DATABASE_URL
  const seeded = readSeed(where.seed)
  const seed = env.EARSHOT_SEED || seeded || (isEmbedded ? 'demo' : 'empty')
  const port = Number(env.PORT || 3000)
  // The demo's answers are invented and its password is shown on the screen: it stays on this machine unless told otherwise.
  const host = env.HOST || (seed === 'demo' || seeded === 'demo' ? '127.0.0.1' : '0.0.0.0')
  return { where, isEmbedded, seed, port, host, appUrl: (env.APP_URL || `http://localhost:${port}`).replace(/\/$/, '') }
}

/** What the children get: everything resolved, so that each of them reads the same. */
export const childEnvironment = (settings, databaseUrl, isDev) => ({
  ...process.env,
  NODE_ENV: isDev ? 'development' : 'production',
  NEXT_TELEMETRY_DISABLED: '1',
  PORT: String(settings.port),
  HOST: settings.host,
  APP_URL: settings.appUrl,
  EARSHOT_DATA_DIR: settings.where.dataDir,
  EARSHOT_SEED: settings.seed,
  DATABASE_URL: databaseUrl,
})
