import { makeReading, type Reading } from '@/store/reports/reading'

/** For the numbers of one screen: what single responses have to tell for one of them is kept for the others. */
export const newReading = (): Reading => makeReading()
