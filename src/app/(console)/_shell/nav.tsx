'use client'

import { VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { isCurrent, type NavKey, navItems, operatorKeys } from './nav-items'
import classes from './shell.module.css'

type NavProps = { allowed: readonly NavKey[]; openCases: number; onNavigate?: () => void }

export const Nav = ({ allowed, openCases, onNavigate }: NavProps) => {
  const t = useTranslations('shell')
  const pathname = usePathname()
  const groups = [false, true].map((isOperator) =>
    navItems.filter(({ key }) => allowed.includes(key) && operatorKeys.includes(key) === isOperator),
  )
  return (
    <nav aria-label={t('navigation')} className={classes.nav}>
      {groups.map((items, index) => (
        <ul key={index === 0 ? 'programme' : 'operation'} className={classes.navGroup}>
          {items.map(({ key, href, icon: Icon }) => (
            <li key={key}>
              <Link
                prefetch={false}
                href={href}
                className={classes.navLink}
                aria-current={isCurrent(href, pathname) ? 'page' : undefined}
                {...(onNavigate ? { onClick: onNavigate } : {})}
              >
                <Icon size={17} strokeWidth={1.5} aria-hidden />
                <span>{t(`nav.${key}`)}</span>
                {key === 'cases' && openCases > 0 && (
                  <span className={classes.count} title={t('openCases', { count: openCases })}>
                    {openCases}
                    <VisuallyHidden> {t('openWord')}</VisuallyHidden>
                  </span>
                )}
              </Link>
            </li>
          ))}
        </ul>
      ))}
    </nav>
  )
}
