export type SlaInput = { openedAt: Date | string; dueAt: Date | string | null; remainingMinutes: number | null }

export type Sla = {
  state: 'ok' | 'soon' | 'overdue' | 'paused'
  /** what is left on the clock, negative once it ran out; of a clock that stands, business time */
  leftMilliseconds: number
  /** 0 … 1: how much of it has gone by */
  used: number
}

/** Under a quarter of the time left is soon. */
const soonShare = 0.75

/** Where a case's clock stands; null without a clock. */
export const slaOf = ({ openedAt, dueAt, remainingMinutes }: SlaInput, now: Date): Sla | null => {
  if (dueAt === null) return null
  const [opened, due] = [new Date(openedAt).getTime(), new Date(dueAt).getTime()]
  const whole = Math.max(1, due - opened)
  if (remainingMinutes !== null) {
    const leftMilliseconds = remainingMinutes * 60_000
    const used = Math.min(1, Math.max(0, 1 - leftMilliseconds / whole))
    return { state: leftMilliseconds < 0 ? 'overdue' : 'paused', leftMilliseconds, used }
  }
  const leftMilliseconds = due - now.getTime()
  const used = Math.min(1, Math.max(0, (now.getTime() - opened) / whole))
  return { state: leftMilliseconds < 0 ? 'overdue' : used >= soonShare ? 'soon' : 'ok', leftMilliseconds, used }
}
