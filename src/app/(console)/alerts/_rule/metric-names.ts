import type { Localized } from '@/domain/localized'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'

/** What the organization calls its own metrics, for the words of rules that watch them. */
export const metricNames = async (organizationId: string): Promise<{ key: string; name: Localized }[]> =>
  Object.values((await getDefinitions(organizationId)).own).map(({ key, definition: { name } }) => ({ key, name }))
