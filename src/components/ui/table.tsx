import type { CSSProperties, ReactNode } from 'react'
import classes from './table.module.css'

type Head = { key: string; label: ReactNode; isNumber?: boolean }
type TableProps = {
  label: string
  head: readonly Head[]
  children: ReactNode
  /** of things rather than of numbers: on a phone each row becomes a block of labelled lines instead of scrolling sideways */
  isList?: boolean
}

/** The names of the columns as the style sheet writes them before the lines of a block. */
const lineLabels = (head: readonly Head[]): CSSProperties =>
  Object.fromEntries(
    head.flatMap(({ label }, at) => (typeof label === 'string' ? [[`--label-${at + 1}`, JSON.stringify(label)]] : [])),
  )

/** A table that scrolls sideways by itself, by keyboard too, and never the page with it. */
export const Table = ({ label, head, children, isList = false }: TableProps) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
  <section className={classes.scroll} aria-label={label} tabIndex={0}>
    <table className={isList ? `${classes.table} ${classes.list}` : classes.table} style={isList ? lineLabels(head) : undefined}>
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
