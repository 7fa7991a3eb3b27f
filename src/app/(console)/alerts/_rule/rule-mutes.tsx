'use client'

import { Button, NativeSelect, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { type Localized, localize } from '@/domain/localized'
import type { Mute } from '@/pipeline/alert/mute-rule'
import { muteRule, unmuteRule } from '../actions'
import classes from './back-test.module.css'

const lengths = [1, 4, 24, 72, 168, 720] as const

type RuleMutesProps = { ruleKey: string; mutes: readonly Mute[]; touchpoints: readonly { key: string; name: Localized }[] }

/** What keeps a rule silent at the moment, and silencing it: for a reason, and never for ever. */
export const RuleMutes = ({ ruleKey, mutes, touchpoints }: RuleMutesProps) => {
  const t = useTranslations('ruleMutes')
  const locale = useLocale()
  const router = useRouter()
  const [isWorking, startWorking] = useTransition()
  const [reason, setReason] = useState('')
  const [hours, setHours] = useState(24)
  const [touchpoint, setTouchpoint] = useState('')
  const [hasFailed, setHasFailed] = useState(false)
  const work = (change: () => Promise<object>) =>
    startWorking(async () => {
      const done = await change()
      setHasFailed('problem' in done)
      if ('problem' in done) return
      setReason('')
      router.refresh()
    })
  const mute = () => work(() => muteRule({ key: ruleKey, reason, hours, ...(touchpoint ? { touchpoint } : {}) }))
  return (
    <Card title={t('title')}>
      {mutes.length > 0 && (
        <ul className={classes.mutes}>
          {mutes.map(({ id, reason: why, until, by, touchpoint: place }) => (
            <li key={id} className={classes.mute}>
              <span>
                <strong>{place ? localize(place.name, locale) : t('everywhere')}</strong> · {t('until')} <Moment at={until} />
                <br />
                {why} · {by}
              </span>
              <Button
                size="compact-sm"
                variant="default"
                loading={isWorking}
                onClick={() => work(() => unmuteRule({ key: ruleKey, id }))}
              >
                {t('end')}
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={classes.mute}>
        <p className={classes.lead}>{t('lead')}</p>
        <TextInput
          className={classes.wide}
          label={t('reason')}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            // It stands within the rule's form, which Enter would save.
            if (event.key === 'Enter') event.preventDefault()
          }}
        />
        <NativeSelect
          className={classes.wide}
          label={t('where')}
          data={[
            { value: '', label: t('everywhere') },
            ...touchpoints.map(({ key, name }) => ({ value: key, label: localize(name, locale) })),
          ]}
          value={touchpoint}
          onChange={(event) => setTouchpoint(event.currentTarget.value)}
        />
        <NativeSelect
          className={classes.wide}
          label={t('length')}
          data={lengths.map((length) => ({
            value: String(length),
            label: length < 48 ? t('hours', { count: length }) : t('days', { count: length / 24 }),
          }))}
          value={String(hours)}
          onChange={(event) => setHours(Number(event.currentTarget.value))}
        />
        <Button variant="default" disabled={reason.trim() === ''} loading={isWorking} onClick={mute}>
          {t('mute')}
        </Button>
        <div role="status" className={classes.problem}>
          {hasFailed && t('failed')}
        </div>
      </div>
    </Card>
  )
}
