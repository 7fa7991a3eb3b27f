import { ChevronLeft, ChevronRight } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import classes from './pager.module.css'

/** Back to the start of a list, and on to its next page. */
export const Pager = ({ first, next }: { first: string | null; next: string | null }) => {
  const t = useTranslations('lists')
  if (!first && !next) return null
  return (
    <nav aria-label={t('pages')} className={classes.pager}>
      {first ? (
        <Link prefetch={false} href={first} className={classes.link}>
          <ChevronLeft size={16} strokeWidth={1.5} aria-hidden />
          {t('first')}
        </Link>
      ) : (
        <span />
      )}
      {next && (
        <Link prefetch={false} href={next} className={classes.link}>
          {t('next')}
          <ChevronRight size={16} strokeWidth={1.5} aria-hidden />
        </Link>
      )}
    </nav>
  )
}
