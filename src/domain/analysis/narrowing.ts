import type { Condition } from '../condition/condition'

/** What the numbers and lists of a screen are narrowed to: everything by key, all of it at once. */
export type Narrowing = {
  journey?: string | undefined
  touchpoint?: string | undefined
  survey?: string | undefined
  channel?: string | undefined
  /** the language that a response was given in, as it was recorded */
  locale?: string | undefined
  where?: Condition | undefined
}

/** Whether rollups can tell: they know neither languages nor anything of single responses. */
export const isKeptInRollups = ({ locale, where }: Narrowing): boolean => locale === undefined && where === undefined
