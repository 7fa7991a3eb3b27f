import type { Localized } from '@/domain/localized'
import { listAttributeNames } from '@/store/customer/list-attribute-names'
import { listOwnerOptions, type OwnerOption } from '@/store/member/list-owner-options'
import { listChannels } from '@/store/reports/list-channels'
import { type Asked, listAsked } from '@/store/survey/list-asked'
import { listTargetNames } from '@/store/target/list-target-names'
import { listTouchpointNames } from '@/store/touchpoint/list-touchpoint-names'

export { listAttributeNames } from '@/store/customer/list-attribute-names'
export type { OwnerOption } from '@/store/member/list-owner-options'

export type RuleChoices = {
  touchpoints: { key: string; name: Localized }[]
  /** what each survey asks, by its touchpoint */
  asked: Asked[]
  /** names of customers' attributes */
  attributes: string[]
  channels: string[]
  recipients: OwnerOption[]
  /** webhooks and chats */
  targets: TargetOption[]
}

/** `to` is what a rule names it by. */
export type TargetOption = { to: string; name: Localized }

/** What a rule can be about, and whom it can tell. */
export const getRuleChoices = async (organizationId: string): Promise<RuleChoices> => {
  const [touchpoints, asked, attributes, channels, recipients, targets] = await Promise.all([
    listTouchpointNames(organizationId),
    listAsked(organizationId),
    listAttributeNames(organizationId),
    listChannels(organizationId),
    listOwnerOptions(organizationId),
    listTargetNames(organizationId),
  ])
  return { touchpoints, asked, attributes, channels, recipients, targets }
}
