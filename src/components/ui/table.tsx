import type { ReactNode } from 'react'
import classes from './table.module.css'

type TableProps = { label: string; head: readonly { key: string; label: ReactNode; isNumber?: boolean }[]; children: ReactNode }

/** A table that scrolls sideways by itself, by keyboard too, and never the page with it. */
export const Table = ({ label, head, children }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className={classes.scroll} aria-label={label} tabIndex={0}>
    <table className={classes.table}>
      <thead>
        <tr>
          {head.map(({ key, label: name, isNumber }) => (
            <th key={key} scope="col" className={isNumber ? classes.number : undefined}>
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </section>
)

export const numberCell = classes.number
export const mutedCell = classes.muted
export const tightCell = classes.tight
