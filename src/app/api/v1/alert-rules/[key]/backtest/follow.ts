import { isFailure } from '@/domain/errors'
import { log } from '@/observe/logger'
import { type BackTestAsked, backTestRule } from '@/pipeline/alert/back-test-rule'

/** The back-test as lines of JSON: how far it has come, and in the end what it found or why it didn't. */
export const followBackTest = (asked: BackTestAsked, signal: AbortSignal): Response => {
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    start: async (controller) => {
      const say = (line: object) => {
        if (!signal.aborted) controller.enqueue(encoder.encode(`${JSON.stringify(line)}\n`))
      }
      try {
        const result = await backTestRule(asked, { signal, onProgress: (progress) => say({ progress }) })
        say(isFailure(result) ? { problem: result } : { result })
      } catch (err) {
        log().error({ err }, 'a back-test failed')
        say({ problem: { error: 'overloaded' } })
      }
      if (!signal.aborted) controller.close()
    },
  })
  return new Response(body, {
    headers: { 'content-type': 'application/x-ndjson; charset=utf-8', 'cache-control': 'no-store, no-transform' },
  })
}
