import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'
import { env } from '@/config/env'
import { log } from '@/observe/logger'
import { PrismaClient } from './generated/client'

/**
 * The one home of the database connection. The web process holds two copies of this module (its own bundle and the
 * framework's), so the pool hangs on globalThis: one process, one pool.
 */
type Connections = { pool?: pg.Pool | undefined; hotPool?: pg.Pool | undefined; prisma?: PrismaClient | undefined }
const key = Symbol.for('earshot.connections')
const shared = globalThis as unknown as { [key]?: Connections }
shared[key] ??= {}
const connections: Connections = shared[key]

const openPool = (max: number, name: string, options: string): pg.Pool => {
  const made = new pg.Pool({
    connectionString: env().databaseUrl,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    application_name: name,
    options,
  })
  // An idle connection that breaks is replaced at its next use; unheard, the event would end the process.
  made.on('error', (err) => log().warn({ err }, 'a database connection broke'))
  return made
}

/** For reports and single reads. Statements end after 30 s: no query may hold a connection for ever. */
export const pool = (): pg.Pool => {
  connections.pool ??= openPool(10, 'earshot', '-c statement_timeout=30s')
  return connections.pool
}

/**
 * How the loop's statements are planned: once a connection, since on partitioned tables planning anew costs more than the
 * work; and as look-ups by key, which all of them are: a plan made while a table was still empty would scan it for ever.
 */
const loopOptions = ['plan_cache_mode=force_generic_plan', 'enable_seqscan=off', 'enable_hashjoin=off', 'enable_mergejoin=off']

/** For the loop: accepting, scoring, alerting, delivering. Few connections, so that they are warm. */
export const hotPool = (): pg.Pool => {
  connections.hotPool ??= openPool(
    8,
    'earshot-loop',
    ['statement_timeout=30s', ...loopOptions].map((option) => `-c ${option}`).join(' '),
  )
  return connections.hotPool
}

/** For everything else. It shares the pool's connections. */
export const prisma = (): PrismaClient => {
  connections.prisma ??= new PrismaClient({
    adapter: new PrismaPg(pool()),
    transactionOptions: { maxWait: 5_000, timeout: 30_000 },
  })
  return connections.prisma
}

/** A statement of the loop, prepared under its name, which is unique for its text. */
export const hot = <Row extends pg.QueryResultRow>(
  client: pg.Pool | pg.PoolClient,
  name: string,
  text: string,
  values: unknown[],
): Promise<pg.QueryResult<Row>> => client.query<Row>({ name, text, values })

export type Transaction = Omit<PrismaClient, '$connect' | '$disconnect' | '$on' | '$transaction' | '$extends'>

/** The rows of a statement, in a transaction of either kind: what happens with a programme's change is told in its own. */
export const ask = async <Row extends pg.QueryResultRow>(
  client: pg.PoolClient | Transaction,
  name: string,
  text: string,
  values: unknown[],
): Promise<Row[]> =>
  '$queryRawUnsafe' in client ? client.$queryRawUnsafe<Row[]>(text, ...values) : (await hot<Row>(client, name, text, values)).rows

const noteBreak = (err: Error): void => log().warn({ err }, 'a database connection broke in a transaction')

const release = (client: pg.PoolClient): void => {
  client.off('error', noteBreak)
  client.release()
}

/**
 * Of a transaction whose row says that the work is still owed: one that a crash of the server takes back is done again, so nobody
 * waits for the disk. Whatever leaves the house because of it is claimed by a durable commit first, which makes this one durable too.
 */
export const repeatable = { begin: 'begin; set local synchronous_commit = off' }

/** Runs `work` in one transaction on one connection; rolls back when it throws. */
export const withTransaction = async <T>(
  work: (client: pg.PoolClient) => Promise<T>,
  { begin } = { begin: 'begin' },
): Promise<T> => {
  const client = await hotPool().connect()
  // The pool listens to idle connections only. The statement itself fails too; unheard, the event would end the process.
  client.on('error', noteBreak)
  try {
    await client.query(begin)
    const result = await work(client)
    await client.query('commit')
    release(client)
    return result
  } catch (error) {
    // A connection whose rollback fails is not given back: nobody must inherit its transaction.
    await client.query('rollback').then(
      () => release(client),
      (broken: Error) => client.release(broken),
    )
    throw error
  }
}

export const closeConnections = async (): Promise<void> => {
  const { pool: open, hotPool: hotOpen, prisma: client } = connections
  connections.pool = undefined
  connections.hotPool = undefined
  connections.prisma = undefined
  await client?.$disconnect()
  await open?.end()
  await hotOpen?.end()
}

/** Whether an error says that the database can't be reached or is going down, not that a statement is wrong. */
export const isDatabaseDown = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = (error as { code?: string }).code ?? ''
  return (
    /^(ECONN|EPIPE|ETIMEDOUT|ENOTFOUND|57P0|53|08)/.test(code) ||
    /timeout exceeded when trying to connect|Connection terminated|connection error|not queryable|Connection ended/i.test(
      error.message,
    )
  )
}
