import { useLocale, useTranslations } from 'next-intl'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import type { DeliveryDetail } from '@/pipeline/act/get-delivery'
import classes from './delivery.module.css'

export const AttemptList = ({ attempts }: { attempts: DeliveryDetail['attemptRows'] }) => {
  const t = useTranslations('delivery')
  const locale = useLocale()
  return (
    <Card title={t('attempts')}>
      {attempts.length === 0 && <p className={classes.quiet}>{t('noAttempts')}</p>}
      <ol className={classes.attempts}>
        {attempts.map(({ number, at, durationMs, error, request, status, answer }) => (
          <li key={number}>
            <span>
              {t('attempt', { number })} · {error ? t('failed') : t('succeeded')}
              {status !== null && ` · ${t('answered', { status })}`}
            </span>
            <span className={classes.quiet}>
              <Moment at={at} /> · {formatDuration(durationMs, locale)}
            </span>
            {error && <p className={classes.error}>{error}</p>}
            {request !== null && (
              <details className={classes.traffic}>
                <summary>{t('request')}</summary>
                <pre className={classes.text}>{request}</pre>
              </details>
            )}
            {status !== null && (
              <details className={classes.traffic}>
                <summary>{t('answer')}</summary>
                {answer ? <pre className={classes.text}>{answer}</pre> : <p className={classes.quiet}>{t('noBody')}</p>}
              </details>
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}
