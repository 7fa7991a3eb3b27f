'use client'

import { useViewportSize } from '@mantine/hooks'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type CSSProperties, type ReactNode, useEffect, useMemo, useState } from 'react'
import board from '@/app/(console)/dashboards/_board/board.module.css'
import type { Cell } from '@/domain/dashboard/layout'
import { useRotation } from './use-rotation'
import classes from './wall.module.css'
import { wallScale, wallScreens } from './wall-size'
import { WallStatus } from './wall-status'

type WallFrameProps = {
  name: string
  /** the period and what else it is narrowed to, in words */
  lines: readonly string[]
  cells: readonly Cell[]
  nodes: Readonly<Record<string, ReactNode>>
  /** seconds that a screen stands where there are several */
  every: number
  /** the wall that follows */
  next: string | null
  back: string
  problem?: string
}

const [padding, headHeight] = [24, 72]

/** Fills the window with a dashboard, a screen of it at a time. Escape leaves. */
export const WallFrame = ({ name, lines, cells, nodes, every, next, back, problem }: WallFrameProps) => {
  const t = useTranslations('dashboards')
  const router = useRouter()
  const viewport = useViewportSize()
  const window_ = { width: viewport.width - 2 * padding, height: viewport.height - headHeight - padding }
  const isMeasured = viewport.width > 0
  const { screens, across } = useMemo(
    () => wallScreens(cells, { width: viewport.width, height: viewport.height }),
    [cells, viewport.width, viewport.height],
  )
  const at = useRotation({ count: screens.length, every, next })
  const screen = screens[at] ?? []
  const { scale, width } = wallScale(screen, window_)
  const [isMoved, setIsMoved] = useState(false)
  useEffect(() => {
    const leave = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') router.push(back)
    }
    let timer: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      setIsMoved(true)
      clearTimeout(timer)
      timer = setTimeout(() => setIsMoved(false), 3000)
    }
    window.addEventListener('keydown', leave)
    window.addEventListener('pointermove', show)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', leave)
      window.removeEventListener('pointermove', show)
    }
  }, [router, back])
  return (
    <main className={classes.wall} data-bare data-quiet={!isMoved || undefined}>
      <header className={classes.head}>
        <h1>{name}</h1>
        <p>
          {lines.join(' · ')}
          {screens.length > 1 && ` · ${t('screenOf', { at: at + 1, count: screens.length })}`}
        </p>
        <WallStatus />
        <button type="button" className={classes.leave} onClick={() => router.push(back)}>
          {t('leave')}
        </button>
      </header>
      {problem && <p role="alert">{problem}</p>}
      {isMeasured && (
        <div
          className={`${board.grid} ${classes.grid}`}
          data-editing
          style={{ width, transform: `scale(${scale})`, gridTemplateColumns: `repeat(${across}, minmax(0, 1fr))` }}
        >
          {screen.map((cell) => (
            <div
              key={cell.id}
              className={board.cell}
              style={
                {
                  '--column': `${cell.x + 1} / span ${cell.w}`,
                  '--row': `${cell.y + 1} / span ${cell.h}`,
                  '--h': cell.h,
                } as CSSProperties
              }
            >
              {nodes[cell.id]}
            </div>
          ))}
        </div>
      )}
    </main>
  )
}
