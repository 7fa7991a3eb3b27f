'use client'

import { TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { type Address, surveyLink } from './address'
import { LanguageSelect } from './language-select'
import { QrCode } from './qr-code'
import classes from './share.module.css'

type LinkCardProps = { address: Address; locales: readonly string[]; title: string }

/** The survey's link, and the same as a code to print. */
export const LinkCard = ({ address, locales, title }: LinkCardProps) => {
  const t = useTranslations('share')
  const [lang, setLang] = useState('')
  const [source, setSource] = useState('')
  const link = surveyLink(address, { lang, source: source.trim() })
  return (
    <Card title={t('link')}>
      <div className={classes.stack}>
        <div className={classes.pair}>
          <TextInput
            label={t('source')}
            description={t('sourceHint')}
            value={source}
            maxLength={200}
            onChange={(event) => setSource(event.currentTarget.value)}
          />
          <LanguageSelect locales={locales} value={lang} onChange={setLang} hint={t('languageHint')} />
        </div>
        <CopyField label={t('address')} value={link} copy={t('copy')} copied={t('copied')} />
        <QrCode link={source.trim() ? link : surveyLink(address, { lang, source: 'qr' })} name={address.slug} title={title} />
      </div>
    </Card>
  )
}
