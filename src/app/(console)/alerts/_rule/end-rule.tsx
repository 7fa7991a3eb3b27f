'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { endRule, type RuleProblem } from '../actions'
import { RuleProblems } from './rule-problems'

/** Deletes a rule; the list of rules then offers to bring it back. */
export const EndRule = ({ ruleKey }: { ruleKey: string }) => {
  const t = useTranslations('ruleEditor')
  const router = useRouter()
  const [isEnding, startEnding] = useTransition()
  const [problem, setProblem] = useState<RuleProblem>()
  const end = () =>
    startEnding(async () => {
      const result = await endRule(ruleKey)
      if ('problem' in result) setProblem(result)
      else router.push(`/alerts?view=rules&ended=${result.applyId}`)
    })
  return (
    <>
      <Button variant="subtle" color="gray" loading={isEnding} onClick={end}>
        {t('delete')}
      </Button>
      <div role="status">{problem && <RuleProblems problem={problem} />}</div>
    </>
  )
}
