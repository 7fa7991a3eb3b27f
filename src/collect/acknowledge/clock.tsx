/** @jsxImportSource preact */
import { type AcknowledgeWords, fillIn } from '@/i18n/acknowledge-words'

const inWords = (milliseconds: number, words: AcknowledgeWords): string => {
  const all = Math.floor(Math.abs(milliseconds) / 60_000)
  const [days, hours, minutes] = [Math.floor(all / 1440), Math.floor(all / 60), all % 60]
  if (days >= 2) return fillIn(words.days, { days, hours: hours - days * 24 })
  return hours > 0 ? fillIn(words.hours, { hours, minutes }) : fillIn(words.minutes, { minutes })
}

/** The circle's length, so that its share of dashes is the share of the time that is gone. */
const around = 2 * Math.PI * 6

/** How long the case may still take when the page was made; under a quarter of the time is soon. */
export const Clock = ({ openedAt, dueAt, now, words }: { openedAt: Date; dueAt: Date; now: Date; words: AcknowledgeWords }) => {
  const left = dueAt.getTime() - now.getTime()
  const gone = Math.min(1, Math.max(0, 1 - left / Math.max(1, dueAt.getTime() - openedAt.getTime())))
  const state = left < 0 ? 'late' : gone >= 0.75 ? 'soon' : 'ok'
  return (
    <span class={`clock ${state}`}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6" />
        <circle class="gone" cx="8" cy="8" r="6" stroke-dasharray={`${(gone * around).toFixed(1)} ${around.toFixed(1)}`} />
      </svg>
      {fillIn(left < 0 ? words.overdue : words.left, { time: inWords(left, words) })}
    </span>
  )
}
