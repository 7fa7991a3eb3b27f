'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { remove, switchOn, type TargetProblem } from '../actions'
import classes from './target.module.css'
import { TargetProblems } from './target-problems'

type TargetToolsProps = { channel: TargetChannel; targetKey: string; isOn: boolean }

/** Switches one on or off, or takes it away after a question. */
export const TargetTools = ({ channel, targetKey, isOn }: TargetToolsProps) => {
  const t = useTranslations('targets')
  const router = useRouter()
  const [isBusy, start] = useTransition()
  const [isAsked, setAsked] = useState(false)
  const [problem, setProblem] = useState<TargetProblem>()
  const run = (work: () => Promise<{ done: true } | TargetProblem>, then: () => void) =>
    start(async () => {
      const result = await work()
      setProblem('problem' in result ? result : undefined)
      if (!('problem' in result)) then()
    })
  const place = { channel, key: targetKey }
  return (
    <div>
      <div className={classes.buttons}>
        {isAsked ? (
          <>
            <span>{t('removeAsk')}</span>
            <Button
              size="xs"
              color="red"
              loading={isBusy}
              onClick={() =>
                run(
                  () => remove(place),
                  () => router.push('/settings/targets'),
                )
              }
            >
              {t('remove')}
            </Button>
            <Button size="xs" variant="default" onClick={() => setAsked(false)}>
              {t('keep')}
            </Button>
          </>
        ) : (
          <>
            <Button
              variant="default"
              loading={isBusy}
              onClick={() =>
                run(
                  () => switchOn({ ...place, enabled: !isOn }),
                  () => router.refresh(),
                )
              }
            >
              {t(isOn ? 'switchOff' : 'switchOn')}
            </Button>
            <Button variant="subtle" color="gray" onClick={() => setAsked(true)}>
              {t('remove')}
            </Button>
          </>
        )}
      </div>
      <div role="status" className={classes.said}>
        {problem && <TargetProblems problem={problem} />}
      </div>
    </div>
  )
}
