import { allChecks } from '@/domain/survey/kinds/all-checks'
import { moreParts } from './more-parts'
import { install } from './parts'

install(moreParts, allChecks)
