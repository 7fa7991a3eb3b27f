'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Explain } from './explain'

/** Words of the field; metrics, whose meaning is the organization's to define, explain themselves by `MetricTerm`. */
export type TermKey = 'touchpoint' | 'journey' | 'standard' | 'sla' | 'interval' | 'dimension' | 'module'

/** A word of the field that explains itself where it stands. */
export const Term = ({ word, children }: { word: TermKey; children: ReactNode }) => {
  const t = useTranslations('glossary')
  return (
    <Explain name={t(`${word}.name`)} body={<p>{t(`${word}.text`)}</p>}>
      {children}
    </Explain>
  )
}
