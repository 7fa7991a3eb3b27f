'use client'

import { useTranslations } from 'next-intl'
import { CopyField } from '@/components/ui/copy-field'

/** A secret, this once. */
export const SecretShown = ({ secret }: { secret: string }) => {
  const t = useTranslations('targets')
  return (
    <>
      <CopyField label={t('secret')} value={secret} copy={t('copy')} copied={t('copied')} />
      <p>{t('secretOnce')}</p>
    </>
  )
}
