import { addDays, type Day } from '../analysis/calendar'
import { addSums } from '../analysis/summarize'
import type { Found } from './finding'
import { judgeSeries, type SeriesAbout, type SeriesRow, type SeriesSetting, seriesDays, type WatchedPlace } from './judge-series'
import type { Looks } from './looks'
import type { Sighting } from './replay-findings'

/** Answers of a day at a touchpoint, known from a look on. */
export type KnownSums = SeriesRow & { touchpointId: string; look: number }

type Asked = { places: readonly WatchedPlace[]; about: SeriesAbout; looks: Looks } & Omit<SeriesSetting, 'today'>

type Standing = { place: WatchedPlace; rows: Map<string, SeriesRow>; isChanged: boolean; found: Found | undefined }

const keyOf = ({ metric, since = '', day }: SeriesRow): string => `${metric}/${since}/${day}`

/**
 * Goes through the looks at a rule about a series with what was known at each. A touchpoint is judged anew when answers came or the day
 * turned: in between nothing that its verdict follows from has changed.
 */
export const createSeriesReplay = ({ places, about, looks, ...setting }: Asked) => {
  const standings = new Map<string, Standing>(
    places.map((place) => [place.id, { place, rows: new Map(), isChanged: false, found: undefined }]),
  )
  const reach = seriesDays(about)
  let waiting: KnownSums[] = []
  let look = 0
  let today: Day = ''

  const learn = ({ touchpointId, look: _, ...row }: KnownSums): void => {
    const standing = standings.get(touchpointId)
    if (!standing) return
    const known = standing.rows.get(keyOf(row))
    standing.rows.set(keyOf(row), known ? { ...known, ...addSums(known, row) } : row)
    standing.isChanged = true
  }

  const judge = (standing: Standing): void => {
    const from = addDays(today, 1 - reach)
    for (const [key, { day }] of standing.rows) if (day < from) standing.rows.delete(key)
    const rows = [...standing.rows.values()].filter(({ day, since = day }) => since >= from && day <= today)
    standing.found = judgeSeries(standing.place, about, { ...setting, today }, rows)
    standing.isChanged = false
  }

  return {
    /** Takes in what became known, and tells what the looks before `end` saw. Everything known at these looks must have been fed. */
    feed: (rows: readonly KnownSums[], end: number, see: (sighting: Sighting) => void): void => {
      waiting = [...waiting, ...rows].sort((a, b) => a.look - b.look)
      let learned = 0
      for (; look < Math.min(end, looks.count); look += 1) {
        for (let next = waiting[learned]; next && next.look <= look; next = waiting[learned]) {
          learn(next)
          learned += 1
        }
        const day = looks.dayOf(look)
        const isNewDay = day !== today
        today = day
        for (const standing of standings.values()) {
          if (isNewDay || standing.isChanged) judge(standing)
          if (standing.found) see({ found: standing.found, at: looks.at(look), day })
        }
      }
      waiting = waiting.slice(learned)
    },
  }
}
