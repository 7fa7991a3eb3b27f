import type { Finding } from './diagnosis/finding'
import { lookAtDatabase } from './diagnosis/look-at-database'
import { lookAtMachine } from './diagnosis/look-at-machine'
import { lookAtServices } from './diagnosis/look-at-services'

export type { Finding }

/** Looks at everything that this installation depends on. */
export const diagnose = async (): Promise<Finding[]> =>
  (await Promise.all([lookAtMachine(), lookAtDatabase(), lookAtServices()])).flat()
