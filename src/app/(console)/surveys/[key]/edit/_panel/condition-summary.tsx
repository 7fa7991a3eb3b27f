'use client'

import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { Condition } from '@/domain/condition/condition'
import type { Draft } from '@/domain/survey/edit/operation'
import { useConditionWords } from '../../../../_components/use-condition-words'
import { useDraft } from '../_store/use-editor'
import { useSettled } from '../_store/use-settled'

const Words = memo(({ draft, value }: { draft: Draft; value: Condition }) => {
  const t = useTranslations('editor.logic')
  const words = useConditionWords(draft)
  return t('onlyIf', { condition: words(value) })
})

/** A condition as a sentence, with the texts of the questions that it asks for. */
export const ConditionSummary = ({ value }: { value: Condition }) => <Words draft={useSettled(useDraft())} value={value} />
