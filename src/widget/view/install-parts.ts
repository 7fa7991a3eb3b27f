import { moreParts } from './more-parts'
import { install } from './parts'

install(moreParts)
