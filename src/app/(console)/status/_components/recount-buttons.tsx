'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useState, useTransition } from 'react'
import { type RecountAnswer, startRecount, stopRecount } from '../actions'
import classes from './status.module.css'

const everyMs = 1_000

/** Starts a recount, or ends it; while it goes on the page is read again every second. */
export const RecountButtons = ({ isUnderWay }: { isUnderWay: boolean }) => {
  const t = useTranslations('recount')
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<'signed_out' | 'not_allowed' | 'conflict'>()
  useEffect(() => {
    if (!isUnderWay) return
    const timer = setInterval(() => document.hidden || router.refresh(), everyMs)
    return () => clearInterval(timer)
  }, [isUnderWay, router])
  const call = (action: () => Promise<RecountAnswer>) =>
    startTransition(async () => {
      const answer = await action()
      setProblem('problem' in answer ? answer.problem : undefined)
    })
  return (
    <div>
      <Button size="xs" variant="default" disabled={isPending} onClick={() => call(isUnderWay ? stopRecount : startRecount)}>
        {t(isUnderWay ? 'stop' : 'start')}
      </Button>
      {problem && (
        <p role="alert" className={classes.problem}>
          {t(`problem.${problem}`)}
        </p>
      )}
    </div>
  )
}
