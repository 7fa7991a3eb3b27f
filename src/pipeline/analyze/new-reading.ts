import type { Reading } from '@/store/reports/sum-by'

/** For the numbers of one screen: what single responses have to tell for one of them is kept for the others. */
export const newReading = (): Reading => new Map()
