'use client'

import { createContext, type ReactNode, useContext } from 'react'
import { type Defined, isHeadlineMetric } from '@/domain/metric/definition'

const Context = createContext<Readonly<Record<string, Defined>>>({})

/** What the screen's numbers are counted by, for whatever explains them. */
export const DefinitionsProvider = ({
  definitions,
  children,
}: {
  definitions: Readonly<Record<string, Defined>>
  children: ReactNode
}) => <Context.Provider value={definitions}>{children}</Context.Provider>

/** For whatever speaks of several of them. */
export const useDefinitionOf = (): ((metric: string) => Defined | undefined) => {
  const all = useContext(Context)
  return (metric) => (Object.hasOwn(all, metric) ? all[metric] : undefined)
}

export const useDefined = (metric: string): Defined | undefined => useDefinitionOf()(metric)

/** The organization's own, the oldest first. */
export const useOwnMetrics = (): string[] => Object.keys(useContext(Context)).filter((key) => !isHeadlineMetric(key))
