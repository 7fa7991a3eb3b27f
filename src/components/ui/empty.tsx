import type { ReactNode } from 'react'
import classes from './empty.module.css'

/** Where there is nothing yet: what would be here, and the next step. */
export const Empty = ({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) => (
  <div className={classes.empty}>
    <p className={classes.title}>{title}</p>
    {children && <div className={classes.text}>{children}</div>}
    {action && <div className={classes.action}>{action}</div>}
  </div>
)
