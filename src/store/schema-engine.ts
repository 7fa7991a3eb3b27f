import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { Pool } from 'pg'
import { inRoot } from '@/config/paths'

let isLoaded = false

/** Node can't import .wasm files by itself; this does what a bundler would. */
const load = async (): Promise<void> => {
  if (isLoaded) return
  const require = createRequire(import.meta.url)
  const file = join(dirname(require.resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
  const { instance } = await WebAssembly.instantiate(await readFile(file), {
    './schema_engine_bg.js': { ...bindings } as WebAssembly.ModuleImports,
  })
  const { __wbg_set_wasm, __wbindgen_start } = { ...bindings, ...instance.exports } as unknown as {
    __wbg_set_wasm(exports: WebAssembly.Exports): void
    __wbindgen_start(): void
  }
  __wbg_set_wasm(instance.exports)
  __wbindgen_start()
  isLoaded = true
}

/**
 * The adapter's own way to run a script cuts it at every semicolon, also inside functions, and commits piece by piece. As
 * one simple query PostgreSQL parses it whole and makes it one transaction: a migration is applied or it is not.
 */
const wholeScripts = (connections: Pool): SqlMigrationAwareDriverAdapterFactory => {
  const factory = new PrismaPg(connections)
  const connect = async (): Promise<SqlDriverAdapter> => {
    const adapter = await factory.connect()
    adapter.executeScript = async (script) => void (await connections.query(script))
    return adapter
  }
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => factory.connectToShadowDb(),
  }
}

/** Prisma's schema engine as WebAssembly on pg connections: it needs neither network nor a native program. */
export const withSchemaEngine = async <T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> => {
  await load()
  const schema = await readFile(inRoot('prisma', 'schema.prisma'), 'utf8')
  const connections = new Pool({ connectionString: databaseUrl, max: 2 })
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(wholeScripts(connections))
    return await work(await bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter))
  } finally {
    await connections.end()
  }
}
