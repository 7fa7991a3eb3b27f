import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type PageHeaderProps = {
  title: ReactNode
  /** how the page stands, after its title */
  beside?: ReactNode
  lead?: ReactNode
  back?: { href: string; label: string }
  children?: ReactNode
}

export const PageHeader = ({ title, beside, lead, back, children }: PageHeaderProps) => (
  <header className={classes.header}>
    <div className={classes.words}>
      {back && (
        <Link prefetch={false} href={back.href} className={classes.back}>
          <ChevronLeft size={15} strokeWidth={1.5} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={classes.titled}>
        <h1 className={classes.title}>{title}</h1>
        {beside}
      </div>
      {lead && <p className={classes.lead}>{lead}</p>}
    </div>
    {children && <div className={classes.actions}>{children}</div>}
  </header>
)
