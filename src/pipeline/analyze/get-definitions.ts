/** What an organization measures by: now, or as it was at a moment. */
export { readDefinitions as getDefinitions } from '@/store/metric/read-definitions'
