import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import type { Condition } from '@/domain/condition/condition'
import { conditionNamespaces } from '@/i18n/client-messages'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import { ClientWords } from '../_shell/client-words'
import { ConditionChips } from './condition-chips'
import { filterFields } from './filter-fields'
import { MoreFilters } from './more-filters'

type ConditionFilterProps = {
  organizationId: string
  where: Condition | undefined /** stands between the button and what is filtered by */
  beside?: ReactNode
}

/** The way to filter by anything, and what is filtered by, in words; questions are called by their texts. */
export const ConditionFilter = async ({ organizationId, where, beside }: ConditionFilterProps) => {
  const locale = await getLocale()
  const fields = where && (await filterFields(await getRuleChoices(organizationId), locale))
  return (
    <ClientWords of={conditionNamespaces}>
      <MoreFilters key={JSON.stringify(where)} where={where} fields={fields} />
      {beside}
      {where && fields && <ConditionChips where={where} fields={fields} />}
    </ClientWords>
  )
}
