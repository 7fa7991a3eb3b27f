/** What a webhook can be told of. A case's steps have the names of what was done. */
export const webhookEvents = [
  'alert.raised',
  'response.completed',
  'case.opened',
  'case.acknowledged',
  'case.started',
  'case.waiting',
  'case.assigned',
  'case.noted',
  'case.overdue',
  'case.escalated',
  'case.resolved',
  'case.verified',
  'case.reopened',
  'case.closed',
] as const
export type WebhookEvent = (typeof webhookEvents)[number]

const ofCaseEvent: Readonly<Record<string, WebhookEvent>> = {
  open: 'case.opened',
  acknowledge: 'case.acknowledged',
  start: 'case.started',
  wait: 'case.waiting',
  assign: 'case.assigned',
  take: 'case.assigned',
  note: 'case.noted',
  run_out: 'case.overdue',
  escalate: 'case.escalated',
  resolve: 'case.resolved',
  verify: 'case.verified',
  reopen: 'case.reopened',
  close: 'case.closed',
}

/** Under what name a case's event is told to webhooks; undefined for what stays in the house. */
export const webhookEventOf = (caseEvent: string): WebhookEvent | undefined =>
  Object.hasOwn(ofCaseEvent, caseEvent) ? ofCaseEvent[caseEvent] : undefined

export const chatApps = ['wecom', 'dingtalk', 'feishu', 'slack', 'teams'] as const
export type ChatApp = (typeof chatApps)[number]

/** Those that sign what they are sent with a secret of the robot's. */
export const signedApps: readonly ChatApp[] = ['dingtalk', 'feishu']

/** webhook: a system of the organization's; chat: a group of people */
export const targetChannels = ['webhook', 'chat'] as const
export type TargetChannel = (typeof targetChannels)[number]

/** gone: it answered that it is; failing: ten attempts over three days were in vain; hand: somebody switched it off */
export const disabledReasons = ['gone', 'failing', 'hand'] as const
export type DisabledReason = (typeof disabledReasons)[number]

/**
 * How fast messages may follow one another: `burst` at once, then one every `everyMs`. What the apps' documentation allows,
 * with something to spare: WeCom and DingTalk 20 a minute, Feishu 100 a minute and 5 a second, Slack one a second, Teams four
 * a second.
 */
export type Pace = { everyMs: number; burst: number }
const paces: Record<ChatApp, Pace> = {
  wecom: { everyMs: 5_000, burst: 8 },
  dingtalk: { everyMs: 5_000, burst: 8 },
  feishu: { everyMs: 1_000, burst: 5 },
  slack: { everyMs: 1_200, burst: 3 },
  teams: { everyMs: 1_000, burst: 4 },
}

/** Undefined for a webhook, which says itself when it is too much. */
export const paceOf = (app: ChatApp | null): Pace | undefined => (app === null ? undefined : paces[app])
