'use client'

import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { Send } from 'lucide-react'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { languageName } from '@/components/format/language-name'
import { Card } from '@/components/ui/card'
import classes from './share.module.css'
import { TestResult } from './test-result'
import { useTestMail } from './use-test-mail'

type Which = 'draft' | 'published'
/** The languages of each that there is to test; `version`: what customers see. */
type Testable = { version: number | null; draft: readonly string[] | undefined; published: readonly string[] | undefined }

type TestCardProps = {
  surveyKey: string
  email: string
  testable: Testable
  hasMailServer: boolean
  mayDesign: boolean
  maySeeDeliveries: boolean
}

/** One button: the survey as a mail to oneself, as a customer would get it, with answers that are kept nowhere. */
export const TestCard = ({ surveyKey, email, testable, hasMailServer, ...may }: TestCardProps) => {
  const t = useTranslations('shareTest')
  const reader = useLocale()
  const { version, draft, published } = testable
  const [wanted, setWanted] = useState<Which>('draft')
  const which = draft && (wanted === 'draft' || !published) ? 'draft' : 'published'
  const locales = (which === 'draft' ? draft : published) ?? []
  const [chosen, setChosen] = useState(locales.includes(reader) ? reader : '')
  const locale = locales.includes(chosen) ? chosen : (locales[0] ?? '')
  const { mail, isSending, send } = useTestMail()
  return (
    <Card title={t('title')}>
      <div className={classes.stack}>
        <p className={classes.hint}>{t('lead', { email })}</p>
        {draft && published ? (
          <SegmentedControl
            fullWidth
            aria-label={t('which')}
            data={[
              { value: 'draft', label: t('draft') },
              { value: 'published', label: t('version', { version: version ?? 0 }) },
            ]}
            value={which}
            onChange={(value) => setWanted(value as Which)}
          />
        ) : (
          <p className={classes.hint}>{draft ? t('onlyDraft') : t('onlyVersion', { version: version ?? 0 })}</p>
        )}
        {which === 'draft' && <p className={classes.hint}>{t('draftHint')}</p>}
        {locales.length > 1 && (
          <NativeSelect
            label={t('language')}
            value={locale}
            onChange={(event) => setChosen(event.currentTarget.value)}
            data={locales.map((value) => ({ value, label: languageName(value, reader) }))}
          />
        )}
        {!hasMailServer && <p className={classes.hint}>{t('noMailServer')}</p>}
        <Button
          leftSection={<Send size={15} strokeWidth={1.5} />}
          onClick={() => void send({ survey: surveyKey, which, locale })}
          loading={isSending}
        >
          {t('send')}
        </Button>
        <div role="status">{mail && <TestResult mail={mail} email={email} surveyKey={surveyKey} {...may} />}</div>
        <p className={classes.hint}>{t('nothingKept')}</p>
      </div>
    </Card>
  )
}
