'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { type Address, surveyLink } from './address'
import classes from './share.module.css'

/** The address for a tablet in the room. */
export const KioskCard = ({ address }: { address: Address }) => {
  const t = useTranslations('share')
  return (
    <Card title={t('kiosk')}>
      <div className={classes.stack}>
        <p className={classes.hint}>{t('kioskHint')}</p>
        <CopyField label={t('address')} value={surveyLink(address, { mode: 'kiosk' })} copy={t('copy')} copied={t('copied')} />
      </div>
    </Card>
  )
}
