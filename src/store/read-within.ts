import type pg from 'pg'
import { type Failure, fail } from '@/domain/errors'
import { pool } from './connection'

const isCancelled = (error: unknown): boolean => (error as { code?: string }).code === '57014'

/**
 * Reads under a time limit of its own, on one connection in one transaction. What people ask of single responses is planned as
 * look-ups along the period that they name: a scan of a whole table, or a join over it, would grow with everything ever
 * answered. Answers `too_slow` where a statement runs out of time.
 */
export const readWithin = async <T>(milliseconds: number, read: (client: pg.PoolClient) => Promise<T>): Promise<T | Failure> => {
  const client = await pool().connect()
  let broken: Error | undefined
  try {
    await client.query(
      `begin read only; set local statement_timeout = ${Math.trunc(milliseconds)};
       set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off`,
    )
    return await read(client)
  } catch (error) {
    if (isCancelled(error))
      return fail('too_slow', `This took longer than ${milliseconds / 1000} s. Ask for a shorter period, or for less.`)
    throw error
  } finally {
    // Nothing was written: its end is the same as a commit.
    await client.query('rollback').catch((error: Error) => {
      broken = error
    })
    client.release(broken)
  }
}
