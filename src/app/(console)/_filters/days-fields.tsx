'use client'

import classes from './filters.module.css'

type Days = { from: string; to: string }
type DaysFieldsProps = Days & { labels: Days; onChange: (days: Days) => void }

/** Two days, which count in the organization's time zone. */
export const DaysFields = ({ from, to, labels, onChange }: DaysFieldsProps) => {
  const set = (end: 'from' | 'to', day: string) => {
    if (day) onChange({ from, to, [end]: day })
  }
  return (
    <span className={classes.days}>
      <input
        type="date"
        aria-label={labels.from}
        value={from}
        max={to}
        onChange={(event) => set('from', event.currentTarget.value)}
      />
      –
      <input
        type="date"
        aria-label={labels.to}
        value={to}
        min={from}
        onChange={(event) => set('to', event.currentTarget.value)}
      />
    </span>
  )
}
