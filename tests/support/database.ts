import { randomBytes } from 'node:crypto'
import { adminQuery, databaseUrl } from './admin-query'

/** Migrated once a run; every test file gets a copy of it, which takes a few hundredths of a second. */
export const TEMPLATE = 'earshot_template'

/** Another file is copying the template at this moment. */
const OBJECT_IN_USE = '55006'

export interface TestDatabase {
  url: string
  drop(): Promise<void>
}

export const createDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  for (let attempt = 1; ; attempt++) {
    try {
      await adminQuery(`create database ${name} template ${TEMPLATE}`)
      break
    } catch (error) {
      if ((error as { code?: string }).code !== OBJECT_IN_USE || attempt === 50) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  return { url: databaseUrl(name), drop: () => adminQuery(`drop database if exists ${name} with (force)`) }
}
