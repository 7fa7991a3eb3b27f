import { Choices } from './choices'
import type { Parts } from './parts'
import { Summary } from './summary'
import { TextField } from './text-field'
import { ThanksView } from './thanks-view'
import { wordFault } from './word-fault'

export const moreParts: Parts = { Choices, TextField, ThanksView, Summary, wordFault }
