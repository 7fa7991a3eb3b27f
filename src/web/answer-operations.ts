import type { IncomingMessage } from 'node:http'
import { problem } from '@/collect/problem'
import { metrics } from '@/observe/metrics'
import { checkHealth } from '@/pipeline/operate/check-health'
import { countBacklog } from '@/pipeline/operate/count-backlog'
import { findApiKey } from '@/pipeline/operate/find-api-key'
import { clientAddress, isPrivateAddress } from './client-address'

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', 'cache-control': 'no-store' } })

const readiness = async (): Promise<Response> => {
  const health = await checkHealth()
  return json(health.isReady ? 200 : 503, { status: health.isReady ? 'ready' : 'unavailable', ...health.checks })
}

/** Numbers about the installation are for its operator: from the private network, or with an API key. */
const mayReadMetrics = async (request: IncomingMessage): Promise<boolean> => {
  if (isPrivateAddress(clientAddress(request))) return true
  const key = /^Bearer (\S+)$/.exec(request.headers.authorization ?? '')?.[1]
  return key !== undefined && (await findApiKey(key)) !== undefined
}

/** What waits is asked of the database at each reading, so that the figures of several web processes agree. */
const measureBacklog = async (): Promise<void> => {
  const { isReady, unscored, oldestUnscored, deliveries } = metrics()
  const backlog = await countBacklog()
  isReady.set(backlog ? 1 : 0)
  if (!backlog) return
  unscored.set(backlog.unscored)
  oldestUnscored.set(backlog.oldestSeconds)
  for (const status of ['pending', 'sending', 'retrying', 'dead']) deliveries.set({ status }, backlog.deliveries[status] ?? 0)
}

const exposition = async (request: IncomingMessage): Promise<Response> => {
  if (!(await mayReadMetrics(request)))
    return problem(401, 'Send an API key as a bearer token.', { headers: { 'www-authenticate': 'Bearer' } })
  await measureBacklog()
  const { registry } = metrics()
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } })
}

/** `/healthz`, `/readyz` and `/metrics`; undefined for every other path. */
export const answerOperations = async (request: IncomingMessage, pathname: string): Promise<Response | undefined> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return undefined
  if (pathname === '/healthz') return json(200, { status: 'alive' })
  if (pathname === '/readyz') return readiness()
  if (pathname === '/metrics') return exposition(request)
  return undefined
}
