import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { Card } from '@/components/ui/card'
import type { Failure } from '@/domain/errors'
import classes from './widgets.module.css'

/** Why a widget has no numbers, and what helps. */
export const WidgetNotice = async ({ title, failure }: { title: ReactNode; failure: Failure }) => {
  const t = await getTranslations('dashboards')
  return (
    <Card title={title}>
      <p className={classes.notice}>{failure.error === 'too_slow' ? t('tooSlow') : t('unreadable')}</p>
    </Card>
  )
}
