'use client'

import { createContext, type ReactNode, useContext } from 'react'

/** What every picture of a screen says beside its own: the period, and what the numbers are narrowed to. */
const Lines = createContext<readonly string[]>([])

export const PictureLines = ({ lines, children }: { lines: readonly string[]; children: ReactNode }) => (
  <Lines value={lines}>{children}</Lines>
)

export const usePictureLines = (): readonly string[] => useContext(Lines)
