import Link from 'next/link'
import classes from './tab-links.module.css'

export type TabLink = { href: string; label: string; count?: number | undefined; isCurrent: boolean }

/** Views of one screen, each with its own address. */
export const TabLinks = ({ label, tabs }: { label: string; tabs: readonly TabLink[] }) => (
  <nav aria-label={label} className={classes.tabs}>
    {tabs.map(({ href, label: name, count, isCurrent }) => (
      <Link
        prefetch={false}
        key={href}
        href={href}
        aria-current={isCurrent ? 'page' : undefined}
        className={classes.tab}
        scroll={false}
      >
        {name}
        {count !== undefined && <span className={classes.count}>{count}</span>}
      </Link>
    ))}
  </nav>
)
