import type { ReactNode } from 'react'
import classes from './card.module.css'

type CardProps = { title?: ReactNode; aside?: ReactNode; children: ReactNode; isFlush?: boolean; className?: string | undefined }

/** A surface with a hairline. `isFlush`: what's inside reaches its edges, as tables do. */
export const Card = ({ title, aside, children, isFlush = false, className }: CardProps) => (
  <section className={[classes.card, isFlush ? classes.flush : '', className ?? ''].join(' ').trim()}>
    {(title || aside) && (
      <header className={classes.head}>
        {title && <h2 className={classes.title}>{title}</h2>}
        {aside && <div className={classes.aside}>{aside}</div>}
      </header>
    )}
    {children}
  </section>
)
