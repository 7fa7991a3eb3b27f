type DurationUnit = 'millisecond' | 'second' | 'minute' | 'hour' | 'day'

const ladder: readonly { unit: DurationUnit; milliseconds: number; upTo: number }[] = [
  { unit: 'millisecond', milliseconds: 1, upTo: 1_000 },
  { unit: 'second', milliseconds: 1_000, upTo: 120_000 },
  { unit: 'minute', milliseconds: 60_000, upTo: 7_200_000 },
  { unit: 'hour', milliseconds: 3_600_000, upTo: 172_800_000 },
  { unit: 'day', milliseconds: 86_400_000, upTo: Number.POSITIVE_INFINITY },
]

/** A length of time in one unit that fits it, `least` or greater: 320 ms, 4.2 s, 14 min, 6 h, 3 days. */
export const formatDuration = (milliseconds: number, locale: string, least: DurationUnit = 'millisecond'): string => {
  const first = ladder.findIndex(({ unit }) => unit === least)
  const step = ladder.find(({ upTo }, index) => index >= first && Math.abs(milliseconds) < upTo) ?? ladder[4]
  const amount = milliseconds / (step?.milliseconds ?? 1)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: step?.unit ?? 'day',
    unitDisplay: 'short',
    maximumFractionDigits: Math.abs(amount) < 10 && step?.unit !== 'millisecond' ? 1 : 0,
  }).format(amount)
}
