import type { AnswerValue } from '@/domain/survey/definition'
import { type CommentPlan, composeComment } from '../compose-comment'
import type { DemoLocale, Region } from '../demo'
import type { Random } from '../random'

/** What is known of one answering customer before the survey's own questions. */
export type Scene = {
  random: Random
  day: number
  days: number
  region: Region
  locale: DemoLocale
  channel: string
  /** The customer's temper, about −0.1 … 0.1. */
  temper: number
}

/** Answers in the order of the questions, so that a partial is a beginning of them. */
export type Filled = { answers: Record<string, AnswerValue>; context: Record<string, string> }

export type Fill = (scene: Scene) => Filled

const clamp = (value: number, low: number, high: number) => Math.min(high, Math.max(low, value))

/** How well one side of the experience went, 0…1. */
export const quality = ({ random, temper }: Scene, mean: number, deviation = 0.17): number =>
  clamp(random.normal(mean + temper, deviation), 0, 1)

/** A quality on a scale, with the noise of a human thumb. */
export const rate = (random: Random, value: number, low: number, high: number): number =>
  clamp(Math.round(low + value * (high - low) + random.normal(0, 0.05 * (high - low))), low, high)

/** Writes a comment under `key` for a share of customers. */
export const addComment = (scene: Scene, filled: Filled, key: string, share: number, plan: Omit<CommentPlan, 'locale'>): void => {
  if (scene.random.chance(share)) filled.answers[key] = composeComment(scene.random, { locale: scene.locale, ...plan })
}
