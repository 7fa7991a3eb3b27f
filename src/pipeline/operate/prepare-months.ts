import { prepareResponseMonths } from '@/store/response/prepare-months'

/** Keeps the partitions of this month and two more ready ahead of time. */
export const prepareMonths = (): Promise<number> => prepareResponseMonths()
