import type { Issue } from '../errors'
import type { MetricDefinition } from './definition'

/** Every index must be put together of metrics that are there and that have a place on 0–100. Paths begin with the index’s key. */
export const checkParts = (all: Readonly<Record<string, MetricDefinition>>): Issue[] =>
  Object.entries(all).flatMap(([key, definition]) => {
    if (!('of' in definition) || definition.of !== 'index') return []
    return definition.parts.flatMap(({ metric }, at): Issue[] => {
      const issue = (message: string): Issue[] => [{ path: `${key}.parts[${at}].metric`, message }]
      if (metric === 'sentiment') return []
      const part = Object.hasOwn(all, metric) ? all[metric] : undefined
      if (!part) return issue(`there is no metric "${metric}"`)
      if (!('of' in part)) return []
      if (part.of === 'index') return issue(`"${metric}" is an index itself; name what it is put together of`)
      return part.of === 'mean' && !part.scale
        ? issue(`"${metric}" has no scale; give it one, so that it has a place on 0–100`)
        : []
    })
  })
