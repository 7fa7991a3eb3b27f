'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { formatDuration } from '@/components/format/format-duration'
import { Card } from '@/components/ui/card'
import type { TargetChannel } from '@/domain/delivery/target-kinds'
import { followTest, sendTest, type TargetProblem, type TestState } from '../actions'
import classes from './target.module.css'
import { TargetProblems } from './target-problems'

const stepMs = 500
/** Ten seconds are what a target is given to answer. */
const steps = 40

type Said = { id: string; state: TestState | undefined }

/** Sends a test and waits for what comes of it. */
export const TestCard = ({ channel, targetKey }: { channel: TargetChannel; targetKey: string }) => {
  const t = useTranslations('targets')
  const locale = useLocale()
  const [isSending, startSending] = useTransition()
  const [said, setSaid] = useState<Said>()
  const [problem, setProblem] = useState<TargetProblem>()
  const follow = async (id: string) => {
    for (let step = 0; step < steps; step++) {
      await new Promise((resolve) => setTimeout(resolve, stepMs))
      const state = await followTest(id)
      if ('problem' in state) return setProblem(state)
      if (state.status === 'sent' || state.status === 'dead') return setSaid({ id, state })
    }
    setSaid({ id, state: undefined })
  }
  const send = () =>
    startSending(async () => {
      setSaid(undefined)
      const asked = await sendTest({ channel, key: targetKey })
      setProblem('problem' in asked ? asked : undefined)
      if ('id' in asked) await follow(asked.id)
    })
  const { state } = said ?? {}
  return (
    <Card title={t('test')}>
      <div className={classes.fields}>
        <p className={classes.quiet}>{t(channel === 'chat' ? 'testChatHint' : 'testHint')}</p>
        <div className={classes.buttons}>
          <Button variant="default" loading={isSending} onClick={send}>
            {t('sendTest')}
          </Button>
        </div>
      </div>
      <div role="status" className={classes.said}>
        {problem && <TargetProblems problem={problem} />}
        {state?.status === 'sent' && (
          <p>{t('testTaken', { status: state.answerStatus ?? 0, time: formatDuration(state.durationMs ?? 0, locale) })}</p>
        )}
        {state?.status === 'dead' && <p className={classes.problem}>{t('testFailed', { error: state.error ?? '' })}</p>}
        {said && !state && <p>{t('testWaits')}</p>}
        {said && (
          <Link prefetch={false} href={`/deliveries/${said.id}`}>
            {t('toDelivery')}
          </Link>
        )}
      </div>
    </Card>
  )
}
