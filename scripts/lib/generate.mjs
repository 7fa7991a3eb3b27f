import { join } from 'node:path'
import { ROOT } from './places.mjs'
import { run, tail } from './process.mjs'
import { hashOf, unlessFresh } from './stamps.mjs'
import { Trouble } from './trouble.mjs'

const OUTPUT = 'src/store/generated'

/** Makes the database client from prisma/schema.prisma, without network. */
export const generate = () =>
  unlessFresh({
    stamp: `${OUTPUT}/.stamp`,
    hash: hashOf(['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']),
    outputs: [`${OUTPUT}/client.ts`],
    build: async () => {
      // Generating needs no engine, but the command line downloads one unless this names an existing program.
      const env = {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
        CHECKPOINT_DISABLE: '1',
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
      }
      const { code, output } = await run(process.execPath, [join(ROOT, 'node_modules/prisma/build/index.js'), 'generate'], {
        cwd: ROOT,
        env,
      })
      if (code !== 0)
        throw new Trouble(
          'The database client could not be generated.',
          'Read the message above; prisma/schema.prisma must be valid.',
          tail(output),
        )
    },
  })
