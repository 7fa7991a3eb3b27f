import { prepareResponseMonths } from '@/store/response/prepare-months'

/** Keeps a quarter's partitions ready ahead of time. */
export const prepareMonths = (): Promise<number> => prepareResponseMonths()
