/** The address of a database of its own for answers of this number, made if it isn't there. */
export const databaseOf = async (serverUrl, size) => {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  const name = `bench_${size}`
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (rowCount === 0) await client.query(`create database ${name}`)
  await client.end()
  return serverUrl.replace(/\/earshot$/, `/${name}`)
}
