import type { ReactNode } from 'react'
import classes from './empty.module.css'

type EmptyProps = { title: string; children?: ReactNode; action?: ReactNode; isPage?: boolean }

/** Where there is nothing yet: what would be here, and the next step. `isPage`: it is all that the page has to say. */
export const Empty = ({ title, children, action, isPage = false }: EmptyProps) => (
  <div className={classes.empty}>
    {isPage ? <h1 className={classes.title}>{title}</h1> : <p className={classes.title}>{title}</p>}
    {children && <div className={classes.text}>{children}</div>}
    {action && <div className={classes.action}>{action}</div>}
  </div>
)
