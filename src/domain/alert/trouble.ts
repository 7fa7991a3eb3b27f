/** What took too long to count at a touchpoint; both are keys. */
export type SlowMetric = { touchpoint: string; metric: string }

/** Why a rule that is watched could not be judged, or not everywhere, since when; until a look that goes well. */
export type WatchTrouble = { since: string; slow: SlowMetric[]; isFailed: boolean }
