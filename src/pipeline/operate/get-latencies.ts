export {
  type Latency,
  type LatencyDay,
  type LatencyLeg,
  latencies as getLatencies,
  latenciesByDay as getLatenciesByDay,
  latencyLegs,
} from '@/store/reports/latencies'
