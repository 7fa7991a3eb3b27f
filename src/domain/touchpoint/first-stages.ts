import type { JourneyInput } from './schema'

/** What a new journey begins with: one stage in each phase, to be renamed. */
export const firstStages: JourneyInput['stages'] = [
  { key: 'discover', name: { en: 'Discover', 'zh-CN': '了解' }, phase: 'pre-sale' },
  { key: 'buy', name: { en: 'Buy', 'zh-CN': '购买' }, phase: 'sale' },
  { key: 'use', name: { en: 'Use', 'zh-CN': '使用' }, phase: 'after-sale' },
]
