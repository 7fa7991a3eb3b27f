import { parseAsString, useQueryStates } from 'nuqs'
import { useTransition } from 'react'
import type { Condition } from '@/domain/condition/condition'
import { writeCondition } from '@/domain/condition/write-condition'

/** Puts a condition into the address, or takes it out; a list begins at its first page. */
export const useConditionFilter = () => {
  const [isPending, startTransition] = useTransition()
  const [, setParameters] = useQueryStates(
    { where: parseAsString, cursor: parseAsString },
    { shallow: false, startTransition, history: 'push' },
  )
  const filterBy = (condition: Condition | undefined) =>
    void setParameters({ where: condition ? writeCondition(condition) : null, cursor: null })
  return { filterBy, isPending }
}
