export { type Latency, type LatencyLeg, latencies as getLatencies, latencyLegs } from '@/store/reports/latencies'
