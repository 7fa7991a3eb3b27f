import type pg from 'pg'
import { type Failure, fail } from '@/domain/errors'
import { askerGone } from '@/observe/asker'
import { log } from '@/observe/logger'
import { hotPool, pool } from './connection'

const isCancelled = (error: unknown): boolean => (error as { code?: string }).code === '57014'

/** pg knows it, its types don't. */
const processOf = (client: pg.PoolClient): number => (client as unknown as { processID: number }).processID

/**
 * Ends the statement that `client` is at when whoever asked has gone. What it answers takes that back, and waits for a cancellation
 * under way: it must not hit whoever has the connection next.
 */
const cancelWhenGone = (client: pg.PoolClient): (() => Promise<void>) => {
  const gone = askerGone()
  let cancelling = Promise.resolve()
  const cancel = (): void => {
    cancelling = hotPool()
      .query('select pg_cancel_backend($1)', [processOf(client)])
      .then(
        () => undefined,
        (err: unknown) => log().warn({ err }, 'a statement that nobody waits for could not be cancelled'),
      )
  }
  gone?.addEventListener('abort', cancel, { once: true })
  return () => {
    gone?.removeEventListener('abort', cancel)
    return cancelling
  }
}

export const tooSlow = (milliseconds: number): Failure =>
  fail('too_slow', `This took longer than ${milliseconds / 1000} s. Ask for a shorter period, or for less.`)

/**
 * Reads under a time limit of its own, on one connection in one transaction. What people ask of single responses is planned as
 * look-ups along the period that they name: a scan of a whole table, or a join over it, would grow with everything ever
 * answered. Answers `too_slow` where a statement runs out of time, or where nobody waits for it any more.
 */
export const readWithin = async <T>(milliseconds: number, read: (client: pg.PoolClient) => Promise<T>): Promise<T | Failure> => {
  const client = await pool().connect()
  const release = cancelWhenGone(client)
  let broken: Error | undefined
  try {
    await client.query(
      `begin read only; set local statement_timeout = ${Math.ceil(milliseconds)};
       set local enable_seqscan = off; set local enable_hashjoin = off; set local enable_mergejoin = off; set local jit = off`,
    )
    if (askerGone()?.aborted) return tooSlow(milliseconds)
    return await read(client)
  } catch (error) {
    if (isCancelled(error)) return tooSlow(milliseconds)
    throw error
  } finally {
    await release()
    // Nothing was written: its end is the same as a commit.
    await client.query('rollback').catch((error: Error) => {
      broken = error
    })
    client.release(broken)
  }
}
