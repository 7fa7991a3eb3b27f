'use client'

import { Button, Progress, SegmentedControl } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import classes from './back-test.module.css'
import { BackTestResult } from './back-test-result'
import { PastAlerts } from './past-alerts'
import type { RuleDraft } from './rule-draft'
import { testedPart, useBackTest } from './use-back-test'

const lengths = [7, 30, 90] as const

type BackTestProps = { draft: RuleDraft; ruleKey?: string | undefined; isSaved: boolean }

/** What the rule, as it stands in the editor, would have done with the answers of the last days. */
export const BackTest = ({ draft, ruleKey, isSaved }: BackTestProps) => {
  const t = useTranslations('backTest')
  const [days, setDays] = useState<number>(30)
  const { state, run, stop } = useBackTest(ruleKey)
  const { about } = draft
  const isRunning = state.is === 'running'
  const isStale = state.is === 'done' && (state.tested !== testedPart(draft) || state.result.days !== days)
  return (
    <Card title={t(about ? 'titleAbout' : 'title')}>
      <p className={classes.lead}>{t(about ? 'leadAbout' : 'lead')}</p>
      <div className={classes.tools}>
        <SegmentedControl
          aria-label={t('days')}
          data={lengths.map((length) => ({ value: String(length), label: t('lastDays', { days: length }) }))}
          value={String(days)}
          onChange={(value) => setDays(Number(value))}
        />
        <Button variant="default" disabled={!draft.when} loading={isRunning} onClick={() => void run(draft, days)}>
          {t('run')}
        </Button>
        {isRunning && (
          <Button variant="subtle" color="gray" onClick={stop}>
            {t('stop')}
          </Button>
        )}
      </div>
      {isRunning && <Progress className={classes.progress} value={state.progress * 100} aria-label={t('progress')} />}
      <div aria-live="polite">
        {state.is === 'failed' && (
          <p className={classes.problem}>
            {t(state.problem?.error === 'too_slow' ? 'tooSlow' : state.problem?.error === 'invalid' ? 'incomplete' : 'failed')}
          </p>
        )}
        {isStale && <p className={classes.lead}>{t('stale')}</p>}
        {state.is === 'done' && <BackTestResult result={state.result} />}
      </div>
      {state.is === 'done' && !about && ruleKey && isSaved && !isStale && state.result.fired > 0 && (
        <PastAlerts ruleKey={ruleKey} days={state.result.days} />
      )}
    </Card>
  )
}
