import { bigProgramme } from './big-programme.mjs'
import { fillAnswers } from './fill-answers.mjs'

/** What `openFilled` takes from the product, as lines for `loadModules`. */
export const fillModules = `
  export { migrate, withMigrationLock } from '@/store/migrate'
  export { closeConnections } from '@/store/connection'
  export { createOrganization } from '@/store/organization/create-organization'
  export { findOrganizations } from '@/store/organization/find-organizations'
  export { applyProgramme } from '@/pipeline/design/apply-programme'
  export { indexWords } from '@/pipeline/operate/index-words'`

/** Rollups are what a filling writes last. */
const checkFilled = async (url) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from rollups limit 1')
  await client.end()
  if (rowCount === 0)
    throw new Error(`the database ${new URL(url).pathname.slice(1)} was left half filled: drop it, or name another folder`)
}

const fill = async (earshot, url, size) => {
  const { default: pg } = await import('pg')
  const organizationId = await earshot.createOrganization('bench', 'Bench')
  const applied = await earshot.applyProgramme(organizationId, bigProgramme())
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  const clients = []
  const connect = async () => {
    const client = new pg.Client({ connectionString: url })
    clients.push(client)
    await client.connect()
    return client
  }
  const start = Date.now()
  await fillAnswers(connect, organizationId, size, (done) =>
    process.stderr.write(`\r  ${done.toLocaleString('en')} answers, ${Math.round((Date.now() - start) / 1000)} s `),
  )
  process.stderr.write('\n')
  for (const client of clients) await client.end()
}

/** The organization of a database of `size` answers, which is migrated and filled if it is empty. */
export const openFilled = async (earshot, url, size) => {
  await earshot.withMigrationLock(url, () => earshot.migrate(url))
  if ((await earshot.findOrganizations()).length === 0) await fill(earshot, url, size)
  else await checkFilled(url)
  while ((await earshot.indexWords()) > 0) process.stderr.write('.')
  const [organization] = await earshot.findOrganizations()
  return organization
}
