/** A touchpoint whose standard took too long to count; both are keys. */
export type SlowStandard = { touchpoint: string; metric: string }

/** Why a rule that is watched could not be judged, or not everywhere, since when; until a look that goes well. */
export type WatchTrouble = { since: string; slow: SlowStandard[]; isFailed: boolean }
