export { type Latency, type LatencyLeg, latencies as getLatencies } from '@/store/reports/latencies'
