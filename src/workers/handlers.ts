import { deliverMessage } from '@/pipeline/act/deliver-message'
import { deliverToTarget } from '@/pipeline/act/deliver-to-target'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { writeExport } from '@/pipeline/analyze/write-export'
import { rebuildRollups } from '@/pipeline/operate/rebuild-rollups'
import { scoreResponse } from '@/pipeline/score/score-response'
import type { JobName, Payload } from '@/queue/jobs'

/** What each job does. The type makes a job without a handler an error of the build. */
export const handlers: { [N in JobName]: (payload: Payload<N>) => Promise<void> } = {
  'score-response': scoreResponse,
  'evaluate-rules': (payload) => evaluateRules(payload),
  'deliver-message': deliverMessage,
  'deliver-to-target': deliverToTarget,
  'write-export': writeExport,
  'rebuild-rollups': async (payload) => {
    await rebuildRollups(payload)
  },
}
