'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import type { Rule } from '@/domain/alert/rule'
import { type RuleProblem, saveRule } from '../actions'
import { RuleProblems } from './rule-problems'

type RestoreRuleProps = { ruleKey: string; current: Rule; former: Rule; version: number }

/** Makes a rule say again what an earlier version said; that is a new version. */
export const RestoreRule = ({ ruleKey, current, former, version }: RestoreRuleProps) => {
  const t = useTranslations('ruleEditor')
  const router = useRouter()
  const [isRestoring, startRestoring] = useTransition()
  const [problem, setProblem] = useState<RuleProblem>()
  const restore = () =>
    startRestoring(async () => {
      const result = await saveRule({ key: ruleKey, seen: current, rule: former })
      if ('problem' in result) setProblem(result)
      else router.refresh()
    })
  return (
    <>
      <Button size="compact-sm" variant="default" loading={isRestoring} onClick={restore}>
        {t('restore', { version })}
      </Button>
      <div role="status">{problem && <RuleProblems problem={problem} />}</div>
    </>
  )
}
