import { pool } from '../connection'
import { readApplied, readMigrations } from '../migrate'

export interface DatabaseHealth {
  isAnswering: boolean
  /** names of migrations that this version has and the database lacks; unknown while it does not answer */
  pendingMigrations: string[]
}

let wanted: Promise<string[]> | undefined
let areAllApplied = false

const wantedNames = (): Promise<string[]> => {
  wanted ??= readMigrations().then((list) => list.map(({ name }) => name))
  return wanted
}

/** One round trip once the migrations are known to be applied: they are never taken back. */
export const readDatabaseHealth = async (): Promise<DatabaseHealth> => {
  try {
    if (areAllApplied) {
      await pool().query('select 1')
      return { isAnswering: true, pendingMigrations: [] }
    }
    const applied = new Set(await readApplied((sql) => pool().query(sql)))
    const pendingMigrations = (await wantedNames()).filter((name) => !applied.has(name))
    areAllApplied = pendingMigrations.length === 0
    return { isAnswering: true, pendingMigrations }
  } catch {
    return { isAnswering: false, pendingMigrations: [] }
  }
}
