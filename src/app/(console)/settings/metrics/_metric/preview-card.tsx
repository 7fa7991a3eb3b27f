'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import type { MetricPreview } from '@/pipeline/analyze/preview-metric'
import classes from './metric.module.css'

/** The number as it is beside the number as it would be. */
export const PreviewCard = ({ preview }: { preview: MetricPreview | null | undefined }) => {
  const t = useTranslations('metricEditor')
  return (
    <Card title={t('preview')}>
      <p className={classes.hint}>{t('previewPeriod')}</p>
      {preview ? (
        <dl className={classes.sides} aria-live="polite">
          {preview.current && (
            <>
              <dt>{t('previewNow')}</dt>
              <dd>
                <Estimate kind={preview.current.shownAs} summary={preview.current.summary} />
              </dd>
            </>
          )}
          <dt>{t('previewThen')}</dt>
          <dd>
            <Estimate kind={preview.drafted.shownAs} summary={preview.drafted.summary} />
          </dd>
        </dl>
      ) : (
        <p>{t(preview === null ? 'previewNone' : 'previewPending')}</p>
      )}
    </Card>
  )
}
