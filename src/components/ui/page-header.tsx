import { ChevronLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import classes from './page-header.module.css'

type PageHeaderProps = { title: ReactNode; lead?: ReactNode; back?: { href: string; label: string }; children?: ReactNode }

export const PageHeader = ({ title, lead, back, children }: PageHeaderProps) => (
  <header className={classes.header}>
    <div className={classes.words}>
      {back && (
        <Link prefetch={false} href={back.href} className={classes.back}>
          <ChevronLeft size={15} strokeWidth={1.5} aria-hidden />
          {back.label}
        </Link>
      )}
      <h1 className={classes.title}>{title}</h1>
      {lead && <p className={classes.lead}>{lead}</p>}
    </div>
    {children && <div className={classes.actions}>{children}</div>}
  </header>
)
