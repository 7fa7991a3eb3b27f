import { advise } from './advise'
import type { Parts } from './parts'
import { Summary } from './summary'
import { ThanksView } from './thanks-view'
import { wordFault } from './word-fault'

export const lateParts: Omit<Parts, 'pipe' | 'pipeAddress'> = { ThanksView, Summary, wordFault, advise }
