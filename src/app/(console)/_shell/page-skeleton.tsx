import { getTranslations } from 'next-intl/server'
import classes from './page-skeleton.module.css'

/** The quiet shape of a page that is on its way. */
export const PageSkeleton = async ({ shape }: { shape: 'cards' | 'list' }) => {
  const t = await getTranslations('shell')
  return (
    <div role="status" aria-label={t('loading')}>
      <div className={classes.title} />
      {shape === 'cards' ? (
        <div className={classes.cards}>
          {[1, 2, 3, 4].map((key) => (
            <div key={key} className={classes.card} />
          ))}
        </div>
      ) : null}
      <div className={classes.list} />
    </div>
  )
}
