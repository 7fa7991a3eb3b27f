import { boxOfCategory } from '../score/box'

/** What one answer said, on the metric that stands for it: NPS, else CSAT, else CES. */
export type HealthAnswer = { at: Date; metric: string; value: number; category: string }

/** What is known of a customer when their health is told. */
export type HealthFacts = {
  /** the latest first; two are enough */
  answers: readonly HealthAnswer[]
  openCases: number
  /** of the open ones, those whose clock has run out */
  overdueCases: number
  /** of the open ones, those that were resolved before and weren't */
  reopenedCases: number
  /** when a case of theirs was last verified as fixed */
  recoveredAt: Date | null
  /** since their last answer: asked at least `silentAfterDays` ago, and not answered */
  unanswered: number
}

export const healthLevels = ['risk', 'watch', 'good', 'unknown'] as const
export type HealthLevel = (typeof healthLevels)[number]

export const healthReasons = [
  'overdueCase',
  'reopenedCase',
  'lowAgain',
  'lowAnswer',
  'openCase',
  'recovered',
  'fell',
  'middleAnswer',
  'silent',
  'highAnswer',
  'oldAnswer',
  'neverAnswered',
] as const

/** Why, as a key and what it speaks of: the screen has the words. */
export type HealthReason = {
  key: (typeof healthReasons)[number]
  level: HealthLevel
  count?: number
  answer?: HealthAnswer
  before?: HealthAnswer
  at?: Date
}

export type Health = { level: HealthLevel; reasons: HealthReason[] }

/** An answer of longer ago says nothing about today. */
export const recentDays = 365
/** How long somebody may take to answer before it is silence, and how often before it means something. */
export const silentAfterDays = 14
export const silentTimes = 2

const dayMs = 86_400_000

const ofCases = ({ openCases, overdueCases, reopenedCases }: HealthFacts): HealthReason[] => [
  ...(overdueCases > 0 ? [{ key: 'overdueCase', level: 'risk', count: overdueCases } as const] : []),
  ...(reopenedCases > 0 ? [{ key: 'reopenedCase', level: 'risk', count: reopenedCases } as const] : []),
  ...(openCases > 0 && overdueCases === 0 && reopenedCases === 0
    ? [{ key: 'openCase', level: 'watch', count: openCases } as const]
    : []),
]

/** What the last answer says, read beside the one before it on the same metric. */
const ofAnswer = (answer: HealthAnswer, before: HealthAnswer | undefined, recoveredAt: Date | null): HealthReason => {
  const box = boxOfCategory(answer.category)
  const boxBefore = before?.metric === answer.metric ? boxOfCategory(before.category) : null
  if (box === 'low') {
    // What was made good is watched, not forgotten: only the next answer says whether it holds.
    if (recoveredAt && recoveredAt >= answer.at) return { key: 'recovered', level: 'watch', answer, at: recoveredAt }
    if (before && boxOfCategory(before.category) === 'low') return { key: 'lowAgain', level: 'risk', answer, before }
    return { key: 'lowAnswer', level: 'risk', answer }
  }
  if (box === 'high') return { key: 'highAnswer', level: 'good', answer }
  if (before && boxBefore === 'high') return { key: 'fell', level: 'watch', answer, before }
  return { key: 'middleAnswer', level: 'watch', answer }
}

/**
 * How a customer stands, and why: the worst of what holds is the level, and everything that holds is told. It claims no more
 * than its reasons do, so it is a word and no number. What each rule rests on stands in docs/numbers.md.
 */
export const healthOf = (facts: HealthFacts, now: Date): Health => {
  const { answers, recoveredAt, unanswered } = facts
  const since = now.getTime() - recentDays * dayMs
  const [latest, ...earlier] = answers
  const [before] = earlier.filter(({ at }) => at.getTime() >= since)
  const said: HealthReason = !latest
    ? { key: 'neverAnswered', level: 'unknown' }
    : latest.at.getTime() < since
      ? { key: 'oldAnswer', level: 'unknown', answer: latest }
      : ofAnswer(latest, before, recoveredAt)
  const reasons: HealthReason[] = [
    ...ofCases(facts),
    said,
    ...(unanswered >= silentTimes ? [{ key: 'silent', level: 'watch', count: unanswered } as const] : []),
  ]
  const rank = ({ level }: HealthReason) => healthLevels.indexOf(level)
  const sorted = reasons.toSorted((a, b) => rank(a) - rank(b))
  return { level: sorted[0]?.level ?? 'unknown', reasons: sorted }
}
