import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** Every place a start uses, from the environment. */
export const places = (env = process.env) => {
  const dataDir = resolve(ROOT, env.EARSHOT_DATA_DIR || '.earshot')
  return {
    dataDir,
    logs: join(dataDir, 'logs'),
    secrets: join(dataDir, 'secrets'),
    postgres: join(dataDir, 'postgres'),
    /** who runs on this folder: { pid, kind, children } */
    lock: join(dataDir, 'running.json'),
    /** where the embedded database listens: { port } */
    database: join(dataDir, 'database.json'),
    /** what the installation was seeded with: demo or empty */
    seed: join(dataDir, 'seed'),
  }
}
