import type { Shared } from './page'

/** How far a touch screen must be scrolled back up to look like leaving, in heights of the screen. */
const turnedBack = 0.8

const whenScrolled = (isThere: (top: number, farthest: number) => boolean, act: () => void): void => {
  let farthest = 0
  const look = () => {
    farthest = Math.max(farthest, scrollY)
    if (!isThere(scrollY, farthest)) return
    removeEventListener('scroll', look)
    act()
  }
  addEventListener('scroll', look, { passive: true })
  look()
}

const triggers: Record<string, (value: string, act: (isAsked?: boolean) => void, shared: Shared) => void> = {
  load: (_, act) => act(),
  delay: (seconds, act) => void setTimeout(act, Number(seconds) * 1000),
  scroll: (percent, act) =>
    whenScrolled((top) => (top + innerHeight) * 100 >= Number(percent) * document.documentElement.scrollHeight - 100, act),
  // The pointer leaves through the top, for the tabs and the address; a finger scrolls back up instead.
  exit: (_, act) => {
    document.addEventListener('mouseout', ({ relatedTarget, clientY }) => relatedTarget === null && clientY <= 0 && act())
    if (matchMedia('(hover: none)').matches) whenScrolled((top, farthest) => farthest - top > turnedBack * innerHeight, act)
  },
  click: (selector, act) =>
    document.addEventListener('click', ({ target }) => target instanceof Element && target.closest(selector) && act(true)),
  event: (name, act, shared) => {
    shared.listeners.push([`event:${name}`, () => act()])
    if (shared.past.has(`event:${name}`)) act()
  },
}

/** Acts when the moment has come: `isAsked` where the customer did it on purpose. False for a trigger that there isn't. */
export const arm = (trigger: string, act: (isAsked?: boolean) => void, shared: Shared): boolean => {
  const [name = '', ...rest] = trigger.split(':')
  const begin = triggers[name]
  begin?.(rest.join(':'), act, shared)
  return begin !== undefined
}
