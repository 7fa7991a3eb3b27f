import type { About, AboutOf } from '@/domain/alert/about'
import { judgeSilent, type SentInvitation, silentAt } from '@/domain/alert/judge-counts'
import { type SeriesAbout, seriesDays } from '@/domain/alert/judge-series'
import type { Looks } from '@/domain/alert/looks'
import { changesOf, createCountReplay } from '@/domain/alert/replay-counts'
import type { Sighting } from '@/domain/alert/replay-findings'
import { createSeriesReplay } from '@/domain/alert/replay-series'
import type { Rule } from '@/domain/alert/rule'
import { addDays, type Day, startOfDay } from '@/domain/analysis/calendar'
import { localDay } from '@/domain/analysis/local-day'
import { compile } from '@/domain/condition/compile'
import { type Failure, isFailure } from '@/domain/errors'
import { measuresOfAll } from '@/domain/metric/reading'
import { countPastInvitations, countPastResponses } from '@/store/alert/count-past'
import { findUnanswered } from '@/store/alert/find-unanswered'
import { readPastCases, readPastDeaths } from '@/store/alert/read-past-promises'
import { createMoments } from '@/store/reports/sum-moments'
import { readWatched } from './find-series'

/** A past to go through: the rule, the looks at it, and whoever follows. */
export type Replay<A extends About = About> = {
  organizationId: string
  rule: Rule & { about: A }
  looks: Looks
  everySeconds: number
  timeZone: string
  first: Day
  from: Date
  now: Date
  pageSize: number
  see: (sighting: Sighting) => void
  /** So many things that the rule was asked about on a day. */
  ask: (day: Day, count: number) => void
  /** Tells how far it is, 0 to 1; answers what is wrong where it is to stop. */
  proceed: (share: number) => Promise<Failure | undefined>
  /** milliseconds that the next statement may take */
  left: () => number
}

const [hourMs, dayMs] = [3_600_000, 86_400_000]
const spanMs = 7 * dayMs
/** Between so many looks whoever else this process serves gets their turn. */
const looksAtOnce = 100

const replaySeries = async (replay: Replay<SeriesAbout>): Promise<Failure | { anonymous: boolean }> => {
  const { organizationId, rule, looks, everySeconds, timeZone, first, from: start, now, see, ask } = replay
  const { touchpoints, about } = rule
  const watched = await readWatched(organizationId, touchpoints, about)
  const touchpoint = watched.touchpoints.length === 1 ? watched.touchpoints[0]?.key : undefined
  const days = { from: addDays(first, 1 - seriesDays(about)), to: localDay(now, timeZone) }
  const measures = measuresOfAll(watched.readings)
  const moments = await createMoments({ organizationId, measures, touchpoint, ...days, timeZone, start, everySeconds })
  const series = createSeriesReplay({ ...watched, places: watched.touchpoints, about, looks })
  const cells = await moments.cells()
  if (isFailure(cells)) return cells
  series.feed(cells, 0, see)
  const begin = startOfDay(days.from, timeZone).getTime()
  const length = now.getTime() - begin
  let done = 0
  for (let at = begin; at < now.getTime(); at += spanMs) {
    const span = { from: new Date(at), before: new Date(Math.min(at + spanMs, now.getTime() + 1)) }
    const rows = await moments.read(span, replay.left())
    if (isFailure(rows)) return rows
    // What was given before the end of the span and known by then has been read.
    const until = span.before > now ? looks.count : looks.firstAfter(span.before)
    series.feed(rows, done, see)
    for (; done < until; done = Math.min(until, done + looksAtOnce)) {
      series.feed([], Math.min(until, done + looksAtOnce), see)
      const stopped = await replay.proceed((span.from.getTime() - begin) / length)
      if (stopped) return stopped
    }
    if (span.before > start) {
      const counted = await countPastResponses({
        organizationId,
        touchpoints,
        ...span,
        from: new Date(Math.max(span.from.getTime(), start.getTime())),
        timeZone,
      })
      if (isFailure(counted)) return counted
      for (const { day, n } of counted) ask(day, n)
    }
    const stopped = await replay.proceed((span.before.getTime() - begin) / length)
    if (stopped) return stopped
  }
  return { anonymous: moments.hasCells }
}

const replaySilence = async (replay: Replay<AboutOf<'no_answer'>>): Promise<Failure | undefined> => {
  const { organizationId, rule, looks, timeZone, from: since, now, pageSize, see } = replay
  const { touchpoints, about } = rule
  const { days } = about
  const holds = compile(rule.when)
  const counted = await countPastInvitations({ organizationId, touchpoints, from: since, before: now, timeZone }, days)
  if (isFailure(counted)) return counted
  for (const { day, n } of counted) replay.ask(day, n)
  const span = { from: new Date(since.getTime() - days * dayMs), until: new Date(now.getTime() - days * dayMs) }
  let after: SentInvitation | undefined
  do {
    const page = await findUnanswered({ organizationId, touchpoints, days, ...span, limit: pageSize, after })
    for (const invitation of page) {
      const look = looks.firstAfter(silentAt(invitation, days))
      if (look >= looks.count) continue
      const at = looks.at(look)
      const found = judgeSilent(about, invitation, { at, since, holds })
      if (found) see({ found, at, day: looks.dayOf(look) })
    }
    after = page.length === pageSize ? page.at(-1) : undefined
    const reached = after ? (after.sentAt.getTime() - span.from.getTime()) / (span.until.getTime() - span.from.getTime()) : 1
    const stopped = await replay.proceed(reached)
    if (stopped) return stopped
  } while (after)
  return undefined
}

type CountAbout = AboutOf<'overdue_share'> | AboutOf<'dead_deliveries'>

/** What came within a rule's reach, and when it went wrong. */
const readCame = async ({ organizationId, rule, from, now: until }: Replay<CountAbout>, lastsMs: number) => {
  const span = { organizationId, from: new Date(from.getTime() - lastsMs), until }
  if (rule.about.kind === 'dead_deliveries') {
    const deaths = await readPastDeaths(span)
    return isFailure(deaths)
      ? deaths
      : deaths.map(({ createdAt, diedAt }) => ({ touchpointId: null, at: createdAt, badAt: diedAt }))
  }
  const cases = await readPastCases(span, rule.touchpoints)
  if (isFailure(cases)) return cases
  return cases.map(({ touchpointId, openedAt: at, ranOutAt: badAt }) => ({
    touchpointId: rule.touchpoints === 'all' ? null : touchpointId,
    ...{ at, badAt },
  }))
}

const replayCounts = async (replay: Replay<CountAbout>): Promise<Failure | undefined> => {
  const { rule, looks, from, timeZone, see } = replay
  const { about } = rule
  const lastsMs = about.kind === 'dead_deliveries' ? about.hours * hourMs : about.days * dayMs
  const came = await readCame(replay, lastsMs)
  if (isFailure(came)) return came
  for (const { at } of came) if (at >= from) replay.ask(localDay(at, timeZone), 1)
  const look = createCountReplay(about, changesOf(came, lastsMs), looks)
  const step = Math.max(1, Math.ceil(looks.count / 50))
  for (let end = step; ; end += step) {
    look(end, see)
    const stopped = await replay.proceed(Math.min(1, end / looks.count))
    if (stopped || end >= looks.count) return stopped
  }
}

/** Lets a rule that is about more than answers see the past as a worker would have seen it, look after look. */
export const replayRule = async (replay: Replay): Promise<Failure | { anonymous: boolean }> => {
  const { rule } = replay
  const { about } = rule
  switch (about.kind) {
    case 'shift':
    case 'standard_missed':
      return replaySeries({ ...replay, rule: { ...rule, about } })
    case 'no_answer':
      return (await replaySilence({ ...replay, rule: { ...rule, about } })) ?? { anonymous: false }
    default:
      return (await replayCounts({ ...replay, rule: { ...rule, about } })) ?? { anonymous: false }
  }
}
