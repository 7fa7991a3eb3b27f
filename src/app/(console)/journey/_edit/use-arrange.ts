'use client'

import { type KeyboardEvent, type PointerEvent as ReactPointerEvent, useEffect, useRef, useState } from 'react'
import { type Arrangement, type Direction, moveStep, moveTo } from '@/domain/touchpoint/arrange'

const directions: Readonly<Record<string, Direction>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
}

/** Less than this is a click with a trembling hand. */
const dragPixels = 5
/** This near to the map's edge it scrolls. */
const edgePixels = 48

/** Where a pointer would put a touchpoint: the stage under it, before the first card whose middle lies below. */
const placeAt = (x: number, y: number, key: string) => {
  const stage = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-stage]')
  if (!stage?.dataset.stage) return undefined
  const cards = [...stage.querySelectorAll<HTMLElement>('[data-place]')].filter((card) => card.dataset.place !== key)
  const index = cards.filter((card) => {
    const { top, height } = card.getBoundingClientRect()
    return top + height / 2 < y
  }).length
  return { stage: stage.dataset.stage, index }
}

const scrollAt = (x: number): void => {
  const map = document.querySelector<HTMLElement>('[data-map]')
  if (!map) return
  const { left, right } = map.getBoundingClientRect()
  if (x < left + edgePixels) map.scrollLeft -= 14
  if (x > right - edgePixels) map.scrollLeft += 14
}

type ArrangeProps = {
  saved: Arrangement
  stages: readonly string[]
  onDrop: (key: string, arrangement: Arrangement) => void
  announce: (what: 'held' | 'moved' | 'dropped' | 'cancelled', key: string, arrangement: Arrangement) => void
}

/**
 * Moves touchpoints by pointer and by keyboard (space takes one up and puts it down, arrows move it, escape puts it back).
 * The map shows each place as it would be; only putting down saves.
 */
export const useArrange = ({ saved, stages, onDrop, announce }: ArrangeProps) => {
  const [live, setLive] = useState(saved)
  const [held, setHeld] = useState<{ key: string; isByKeyboard: boolean } | null>(null)
  const latest = useRef(live)
  latest.current = live
  // What was saved elsewhere shows at once, also during a hold.
  useEffect(() => {
    setLive(saved)
    setHeld(null)
  }, [saved])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a card that changed its stage is a new element and has lost the focus
  useEffect(() => {
    if (held?.isByKeyboard) document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(held.key)}"]`)?.focus()
  }, [live, held])

  const drop = (key: string) => {
    setHeld(null)
    announce('dropped', key, latest.current)
    if (JSON.stringify(latest.current) !== JSON.stringify(saved)) onDrop(key, latest.current)
  }
  const cancel = (key: string) => {
    setHeld(null)
    setLive(saved)
    announce('cancelled', key, saved)
  }

  const onPointerDown = (key: string) => (event: ReactPointerEvent) => {
    if (event.button !== 0) return
    const from = { x: event.clientX, y: event.clientY }
    let isDragging = false
    const move = ({ clientX: x, clientY: y }: PointerEvent) => {
      if (!isDragging && Math.hypot(x - from.x, y - from.y) < dragPixels) return
      if (!isDragging) setHeld({ key, isByKeyboard: false })
      isDragging = true
      scrollAt(x)
      const place = placeAt(x, y, key)
      if (!place) return
      const next = moveTo(latest.current, key, place)
      if (JSON.stringify(next) === JSON.stringify(latest.current)) return
      latest.current = next
      setLive(next)
    }
    const stop = (isDrop: boolean) => {
      window.removeEventListener('pointermove', move)
      window.removeEventListener('pointerup', up)
      window.removeEventListener('pointercancel', lost)
      window.removeEventListener('keydown', onEscape)
      if (isDragging) (isDrop ? drop : cancel)(key)
    }
    const up = () => stop(true)
    const lost = () => stop(false)
    const onEscape = ({ key: pressed }: globalThis.KeyboardEvent) => pressed === 'Escape' && stop(false)
    window.addEventListener('pointermove', move)
    window.addEventListener('pointerup', up)
    window.addEventListener('pointercancel', lost)
    window.addEventListener('keydown', onEscape)
  }

  const onKeyDown = (key: string) => (event: KeyboardEvent) => {
    const isHeld = held?.key === key
    const direction = directions[event.key]
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault()
      if (isHeld) return drop(key)
      setHeld({ key, isByKeyboard: true })
      announce('held', key, live)
    } else if (isHeld && event.key === 'Escape') cancel(key)
    else if (isHeld && event.key === 'Tab') drop(key)
    else if (isHeld && direction) {
      event.preventDefault()
      const next = moveStep(live, stages, key, direction)
      if (next === live) return
      setLive(next)
      announce('moved', key, next)
    }
  }

  return {
    arrangement: live,
    held: held?.key,
    handle: (key: string) => ({ onPointerDown: onPointerDown(key), onKeyDown: onKeyDown(key) }),
  }
}
