import pg from 'pg'

/** The test run's own PostgreSQL server; scripts/test.mjs starts it. */
export const serverUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL
  if (!url) throw new Error('There is no test database. Run: npm test -- --only integration [FILE]')
  return url
}

export const databaseUrl = (name: string): string => {
  const url = new URL(serverUrl())
  url.pathname = `/${name}`
  return url.href
}

/** One statement outside of any test's database, such as CREATE DATABASE. */
export const adminQuery = async (sql: string): Promise<void> => {
  const client = new pg.Client({ connectionString: databaseUrl('postgres') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
