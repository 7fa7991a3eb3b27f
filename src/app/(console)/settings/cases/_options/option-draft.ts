import type { CaseMail, CaseOptionKind, RecoveryAction, RootCause } from '@/domain/case/options'
import type { Localized } from '@/domain/localized'
import { tidyName } from '../../../_components/tidy-name'

/** An option as its form holds it. */
export type OptionDraft = {
  name: Localized
  archived: boolean
  parent: string
  amount: number | string
  currency: string
  subject: Localized
  text: Localized
}

type AnyOption = RootCause | RecoveryAction | CaseMail

export const toDraft = (option: AnyOption | undefined): OptionDraft => ({
  name: option?.name ?? '',
  archived: option?.archived ?? false,
  parent: option && 'parent' in option ? (option.parent ?? '') : '',
  amount: option && 'amountCents' in option && option.amountCents !== undefined ? option.amountCents / 100 : '',
  currency: option && 'currency' in option ? (option.currency ?? '') : '',
  subject: option && 'subject' in option ? option.subject : '',
  text: option && 'text' in option ? option.text : '',
})

/** What the form holds as the programme takes it; undefined where a mail has no words. */
export const toOption = (kind: CaseOptionKind, draft: OptionDraft): object | undefined => {
  const { name, archived, parent, amount, currency } = draft
  if (kind === 'rootCauses') return { name, archived, ...(parent ? { parent } : {}) }
  if (kind === 'recoveryActions')
    return {
      name,
      archived,
      ...(amount === '' ? {} : { amountCents: Math.round(Number(amount) * 100) }),
      ...(currency === '' ? {} : { currency }),
    }
  const [subject, text] = [tidyName(draft.subject), tidyName(draft.text)]
  return subject === undefined || text === undefined ? undefined : { name, archived, subject, text }
}
