import { pipe, pipeAddress } from '@/domain/survey/pipe'
import { parts } from '../../parts'

Object.assign(parts, { pipe, pipeAddress })
