import { loadModules } from './load-modules.mjs'

/** What text insight is made of. */
export const loadTextModules = () =>
  loadModules(`
    export { analyzeText } from '@/domain/text/analyze-text'
    export { createTextModels } from '@/domain/text/text-models'
    export { segmentText, segmenterKind } from '@/pipeline/score/segment-text'`)
