'use client'

import { Button, Select } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { rotate, type TargetProblem } from '../actions'
import { SecretShown } from './secret-shown'
import classes from './target.module.css'
import { TargetProblems } from './target-problems'

const overlaps = ['24', '168', '1', '0'] as const

/** Changes a webhook's secret for another; `former` says until when both sign. */
export const RotateCard = ({ targetKey, former }: { targetKey: string; former: ReactNode }) => {
  const t = useTranslations('targets')
  const router = useRouter()
  const [isRotating, startRotating] = useTransition()
  const [hours, setHours] = useState<(typeof overlaps)[number]>('24')
  const [secret, setSecret] = useState<string>()
  const [problem, setProblem] = useState<TargetProblem>()
  const change = () =>
    startRotating(async () => {
      const result = await rotate({ key: targetKey, overlapHours: Number(hours) })
      setProblem('problem' in result ? result : undefined)
      if ('problem' in result) return
      setSecret(result.secret)
      router.refresh()
    })
  return (
    <Card title={t('secret')}>
      <div className={classes.fields}>
        <p className={classes.quiet}>{t('signed')}</p>
        {former}
        <Select
          label={t('overlap')}
          data={overlaps.map((value) => ({ value, label: t('overlapHours', { hours: Number(value) }) }))}
          value={hours}
          allowDeselect={false}
          onChange={(value) => setHours(overlaps.find((one) => one === value) ?? hours)}
        />
        <div className={classes.buttons}>
          <Button variant="default" loading={isRotating} onClick={change}>
            {t('rotate')}
          </Button>
        </div>
        <div role="status" className={classes.said}>
          {problem && <TargetProblems problem={problem} />}
          {secret && <SecretShown secret={secret} />}
        </div>
      </div>
    </Card>
  )
}
