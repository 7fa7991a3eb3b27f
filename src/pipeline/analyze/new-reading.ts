import { makeReading, type Reading } from '@/store/reports/reading'

/**
 * For the numbers of one screen: what single responses have to tell for one of them is kept for the others. `beside`: for a part of
 * that screen which tells how far it is itself, of what others have begun to read too.
 */
export const newReading = (beside?: Reading): Reading => makeReading({ beside })
