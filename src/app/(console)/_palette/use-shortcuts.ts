'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** Where `g` and a letter lead. */
export const places: Readonly<Record<string, string>> = {
  o: '/',
  j: '/journey',
  s: '/surveys',
  r: '/responses',
  u: '/customers',
  a: '/alerts',
  c: '/cases',
  d: '/deliveries',
}

const storageKey = 'earshot-single-keys'

/** Single keys get in the way of those who speak to their computer: they can be switched off, in this browser. */
export const areSingleKeysOn = (): boolean => localStorage.getItem(storageKey) !== 'off'
export const switchSingleKeys = (isOn: boolean): void => localStorage.setItem(storageKey, isOn ? 'on' : 'off')

export const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName) ||
    target.closest('[role=dialog]') !== null)

/** `g` waits this long for its letter. */
export const waitMs = 1500

type Shortcuts = { hrefs: readonly string[]; onPalette: () => void; onSheet: () => void }

export const useShortcuts = ({ hrefs, onPalette, onSheet }: Shortcuts): void => {
  const router = useRouter()
  const leader = useRef(Number.NEGATIVE_INFINITY)
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.metaKey || event.ctrlKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        onPalette()
        return
      }
      if (event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target) || !areSingleKeysOn()) return
      if (event.key === '?') return onSheet()
      const isLed = event.timeStamp - leader.current < waitMs
      leader.current = event.key === 'g' ? event.timeStamp : Number.NEGATIVE_INFINITY
      const href = isLed ? places[event.key] : undefined
      if (href !== undefined && hrefs.includes(href)) router.push(href)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [router, hrefs, onPalette, onSheet])
}
