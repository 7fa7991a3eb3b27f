import { analyzeText } from '@/domain/text/analyze-text'
import type { TextHints, TextInsight } from '@/domain/text/text-insight'
import { createTextModels, type TextModels } from '@/domain/text/text-models'
import { segmentText } from './segment-text'

let models: TextModels | undefined

/** What a customer's words say, with the native word segmenter; null where there are no words. */
export const readComment = (text: string, hints: TextHints): TextInsight | null => {
  models ??= createTextModels({ segment: segmentText })
  return analyzeText(text, hints, models)
}
