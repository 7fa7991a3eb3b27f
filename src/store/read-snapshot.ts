import type pg from 'pg'
import { pool } from './connection'

/** How long one statement of a long read may take. */
const statementMinutes = 10

/**
 * Reads for as long as it takes from one moment's state of everything, on one connection: what is saved or deleted meanwhile changes nothing of
 * it. Planned as look-ups along what is asked for, as `readWithin` is. While it lasts the database keeps what was deleted or overwritten
 * since it began.
 */
export const readSnapshot = async <T>(read: (client: pg.PoolClient) => Promise<T>): Promise<T> => {
  const client = await pool().connect()
  let broken: Error | undefined
  const note = (error: Error): void => {
    broken = error
  }
  // Between two statements nobody else listens; unheard, a break would end the process.
  client.on('error', note)
  try {
    await client.query(
      `begin isolation level repeatable read read only; set local statement_timeout = '${statementMinutes}min';
       set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off`,
    )
    return await read(client)
  } finally {
    await client.query('rollback').catch(note)
    client.off('error', note)
    client.release(broken)
  }
}
