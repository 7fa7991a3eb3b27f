import { useEffect, useState } from 'react'
import { findCustomerCommands } from './actions'
import type { Command } from './match'

const restMs = 200

type Labelled = Command & { label: string }

/** Customers of a name, asked for once the typing rests. What was found for other words isn't shown. */
export const useCustomerCommands = (typed: string): readonly Labelled[] => {
  const [found, setFound] = useState<{ typed: string; commands: readonly Labelled[] }>({ typed: '', commands: [] })
  const wanted = typed.trim()
  useEffect(() => {
    if (wanted.length < 2) return
    let isCurrent = true
    const timer = setTimeout(() => {
      void findCustomerCommands(wanted).then(
        (commands) =>
          isCurrent && setFound({ typed: wanted, commands: commands.flatMap((one) => ('label' in one ? [one] : [])) }),
      )
    }, restMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [wanted])
  return found.typed === wanted ? found.commands : []
}
