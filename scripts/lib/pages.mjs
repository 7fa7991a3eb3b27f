import { join } from 'node:path'
import { ROOT } from './places.mjs'
import { run, tail } from './process.mjs'
import { hashOf, unlessFresh } from './stamps.mjs'
import { Trouble } from './trouble.mjs'

/** What the console's build depends on: not the processes beside it. */
const skip = ['src/web', 'src/workers', 'src/cli', 'src/store/generated/.stamp']

/** The console's production build. */
export const pages = () =>
  unlessFresh({
    stamp: '.next/.stamp',
    hash: hashOf(
      ['src', 'public', 'prisma/schema.prisma', 'next.config.ts', 'postcss.config.mjs', 'tsconfig.json', 'package-lock.json'],
      { skip },
    ),
    outputs: ['.next/BUILD_ID'],
    build: async () => {
      const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
      const next = join(ROOT, 'node_modules/next/dist/bin/next')
      const { code, output } = await run(process.execPath, [next, 'build'], { cwd: ROOT, env })
      if (code !== 0)
        throw new Trouble(
          'The console could not be built.',
          'Read the message above, mend it, and start again.',
          tail(output, 30),
        )
    },
  })
