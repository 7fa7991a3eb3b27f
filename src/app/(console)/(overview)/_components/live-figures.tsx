'use client'

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import type { Headline } from '@/pipeline/analyze/get-headlines'
import type { LiveFigures } from '@/pipeline/analyze/get-live-figures'
import { LiveRefresh } from '../../_live/live-refresh'
import { type Paced, paced } from '../../_live/paced'
import { readFigures } from './read-figures'

const spacing = 1_000
/** The charts and comparisons around the figures are drawn anew more rarely: they cost a browser a hundred times as much. */
const pageSpacing = 15_000
const types = ['response', 'metric', 'alert', 'case'] as const

type Live = { figures: LiveFigures | null; follow: () => Paced }
const Figures = createContext<Live | null>(null)

type LiveOverviewProps = {
  /** where the figures are read */
  from: string
  /** when the page's own were, in ms of the epoch */
  readAt: number
  children: ReactNode
}

/** Keeps the figures of the overview newer than the page around them. */
export const LiveOverview = ({ from, readAt, children }: LiveOverviewProps) => {
  const [figures, setFigures] = useState<{ from: string; read: LiveFigures } | null>(null)
  const address = useRef(from)
  useEffect(() => {
    address.current = from
  }, [from])
  const [follow] = useState(() => () => {
    const read = async () => {
      const asked = address.current
      const figures = await readFigures(asked)
      if (figures) setFigures({ from: asked, read: figures })
    }
    return paced(read, { spacing })
  })
  const isNewer = figures !== null && figures.from === from && figures.read.readAt > readAt
  return <Figures value={{ figures: isNewer ? figures.read : null, follow }}>{children}</Figures>
}

/** The mark that the overview is live; where its figures can't be had alone, it is the whole page that is brought up to date. */
export const OverviewLive = () => <LiveRefresh types={types} spacing={pageSpacing} beside={useContext(Figures)?.follow} />

/** A headline as it stands now; the comparison is the page's. */
export const useLiveHeadline = (headline: Headline): Headline => ({
  ...headline,
  ...useContext(Figures)?.figures?.metrics[headline.metric],
})

export const useLiveNewest = () => useContext(Figures)?.figures?.newest
