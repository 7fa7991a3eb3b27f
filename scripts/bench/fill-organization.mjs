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

const fill = async (earshot, url, size) => {
  const { default: pg } = await import('pg')
  const organizationId = await earshot.createOrganization('bench', 'Bench')
  const applied = await earshot.applyProgramme(organizationId, bigProgramme())
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const start = Date.now()
  await fillAnswers(client, organizationId, size, (done) =>
    process.stderr.write(`\r  ${done.toLocaleString('en')} answers, ${Math.round((Date.now() - start) / 1000)} s `),
  )
  process.stderr.write('\n')
  await client.end()
}

/** The organization of a database of `size` answers, which is migrated and filled if it is empty. */
export const openFilled = async (earshot, url, size) => {
  await earshot.withMigrationLock(url, () => earshot.migrate(url))
  if ((await earshot.findOrganizations()).length === 0) await fill(earshot, url, size)
  while ((await earshot.indexWords()) > 0) process.stderr.write('.')
  const [organization] = await earshot.findOrganizations()
  return organization
}
