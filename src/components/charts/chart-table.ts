/** A chart's numbers, raw: a row each, under the names of its columns. */
export type ChartTable = { head: readonly string[]; rows: readonly (readonly (string | number | null)[])[] }
