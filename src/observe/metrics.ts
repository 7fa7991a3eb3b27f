import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'

const KEY = Symbol.for('earshot.metrics')

const make = () => {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry, prefix: 'earshot_' })
  const registers = [registry]
  return {
    registry,
    requests: new Counter({
      name: 'earshot_http_requests_total',
      help: 'Requests by door, method and status',
      labelNames: ['door', 'method', 'status'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'earshot_http_request_seconds',
      help: 'Time to answer a request by door',
      labelNames: ['door'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    isReady: new Gauge({ name: 'earshot_ready', help: '1 while the database answers and migrations are applied', registers }),
    unscored: new Gauge({ name: 'earshot_unscored_responses', help: 'Responses that wait for the worker', registers }),
    oldestUnscored: new Gauge({
      name: 'earshot_unscored_oldest_seconds',
      help: 'How long the oldest of them has been due',
      registers,
    }),
    deliveries: new Gauge({
      name: 'earshot_deliveries',
      help: 'Deliveries that have not been sent, by status',
      labelNames: ['status'],
      registers,
    }),
  }
}

/** This process's metrics; one registry however often the module is loaded. */
export const metrics = (): ReturnType<typeof make> => {
  const shared = globalThis as unknown as Record<symbol, ReturnType<typeof make> | undefined>
  shared[KEY] ??= make()
  return shared[KEY]
}
