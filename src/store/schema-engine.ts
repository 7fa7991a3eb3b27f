import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
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

/** Prisma's schema engine as WebAssembly on a pg connection: it needs neither network nor a native program. */
export const openSchemaEngine = async (databaseUrl: string): Promise<bindings.SchemaEngine> => {
  await load()
  const schema = await readFile(inRoot('prisma', 'schema.prisma'), 'utf8')
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg({ connectionString: databaseUrl }))
  return bindings.SchemaEngine.new({ datamodels: [['schema.prisma', schema]] }, () => {}, adapter)
}
