import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrationsDir } from '@/config/paths'
import { withSchemaEngine } from './schema-engine'

/** Any fixed number: starts that run at the same time take turns by it. */
const LOCK = 4_127_310_552

interface Migration {
  name: string
  sql: string
}

/** The migrations of this version, oldest first. */
export const readMigrations = async (folder = migrationsDir()): Promise<Migration[]> => {
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
  return Promise.all(
    names.sort().map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })),
  )
}

/** Names of applied migrations from Prisma's own table; empty on a new database. */
export const readApplied = async (query: (sql: string) => Promise<{ rows: Record<string, unknown>[] }>): Promise<string[]> => {
  const { rows: tables } = await query(`select to_regclass('_prisma_migrations') as name`)
  if (tables[0]?.name === null) return []
  const { rows } = await query(
    'select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null',
  )
  return rows.map((row) => String(row.migration_name))
}

/** Concurrent callers wait for one another: two starts on one database migrate one after the other. */
export const withMigrationLock = async <T>(databaseUrl: string, work: () => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    return await work()
  } finally {
    await client.end()
  }
}

const appliedAlready = async (databaseUrl: string): Promise<Set<string>> => {
  const client = new Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return new Set(await readApplied((sql) => client.query(sql)))
  } finally {
    await client.end()
  }
}

/** Applies what the database lacks and names it; a second call does nothing. Call it under `withMigrationLock`. */
export const migrate = async (databaseUrl: string): Promise<string[]> => {
  const wanted = await readMigrations()
  const applied = await appliedAlready(databaseUrl)
  if (wanted.every(({ name }) => applied.has(name))) return []
  const migrationsList = {
    baseDir: migrationsDir(),
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(migrationsDir(), 'migration_lock.toml'), 'utf8') },
    shadowDbInitScript: '',
    migrationDirectories: wanted.map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
  const filters = { externalTables: [], externalEnums: [] }
  return withSchemaEngine(
    databaseUrl,
    async (engine) => (await engine.applyMigrations({ migrationsList, filters })).appliedMigrationNames,
  )
}
