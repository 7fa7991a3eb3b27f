const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })

/** The runtime's own word breaker: no dictionary of ours, slower and coarser than jieba, but always there. */
export function segmentByIntl(text: string): string[] {
  return Array.from(segmenter.segment(text), (part) => part.segment)
}
