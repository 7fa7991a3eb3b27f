import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import type { Failure } from '@/domain/errors'
import classes from './filters.module.css'

/** Why there are no numbers: the filter can't be read, or asks for more than can be found in time. What is wrong is in English. */
export const FilterNotice = ({ failure, without }: { failure: Failure; without: string }) => {
  const t = useTranslations('filters')
  const isSlow = failure.error === 'too_slow'
  return (
    <Card>
      <Empty
        title={t(isSlow ? 'tooSlow' : 'unreadable')}
        action={
          <ButtonLink href={without} variant="default">
            {t('removeConditions')}
          </ButtonLink>
        }
      >
        <p>{t(isSlow ? 'tooSlowHint' : 'unreadableHint')}</p>
        {failure.errors && (
          <ul lang="en" className={classes.issues}>
            {failure.errors.slice(0, 5).map(({ path, message }) => (
              <li key={`${path} ${message}`}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        )}
      </Empty>
    </Card>
  )
}
