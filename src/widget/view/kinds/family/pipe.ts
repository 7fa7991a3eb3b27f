import { pipe } from '@/domain/survey/pipe'
import { parts } from '../../parts'

parts.pipe = pipe
