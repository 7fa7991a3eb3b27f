import { pipe, pipeAddress } from '@/domain/survey/pipe'
import { allKinds } from './kinds/all-kinds'
import { installKinds } from './kinds/kind'
import { lateParts } from './late-parts'
import { parts } from './parts'
import { firstKinds } from './scale'

Object.assign(parts, lateParts, { pipe, pipeAddress })
installKinds({ ...firstKinds, ...allKinds })
