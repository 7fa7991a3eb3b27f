import { CornerDownRight } from 'lucide-react'
import type { ReactNode } from 'react'
import classes from './survey.module.css'

/** A line of logic beside what it decides. */
export const LogicNote = ({ children }: { children: ReactNode }) => (
  <p className={classes.logic}>
    <CornerDownRight size={14} strokeWidth={1.5} aria-hidden /> <span>{children}</span>
  </p>
)
