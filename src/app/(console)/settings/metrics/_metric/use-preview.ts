'use client'

import { useEffect, useState } from 'react'
import type { MetricPreview } from '@/pipeline/analyze/preview-metric'
import { tryDefinition } from '../actions'

/** So long nothing is typed before the number is asked for. */
const restMs = 350

/** What a draft would change, a moment after the last change of it; undefined until it is known, null where it is no definition yet. */
export const usePreview = (key: string, draft: Record<string, unknown>): MetricPreview | null | undefined => {
  const [preview, setPreview] = useState<MetricPreview | null>()
  const written = JSON.stringify(draft)
  useEffect(() => {
    let isCurrent = true
    const timer = setTimeout(async () => {
      const found = await tryDefinition({ key, definition: JSON.parse(written) })
      if (isCurrent) setPreview('problem' in found ? null : found)
    }, restMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [key, written])
  return preview
}
