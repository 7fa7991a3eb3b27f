import { subscribeLive } from '@/pipeline/operate/subscribe-live'
import { machineRoute } from '../../_machine/route'

const heartbeatMs = 15_000

/** Server-sent events: `response`, `metric`, `alert`, `case`, `delivery`, each with the id of what moved. */
export const GET = machineRoute(
  'responses.read',
  async ({ caller, request }) => {
    const encoder = new TextEncoder()
    let stop = () => {}
    const stream = new ReadableStream<Uint8Array>({
      start: async (controller) => {
        const send = (text: string) => {
          try {
            controller.enqueue(encoder.encode(text))
          } catch {
            stop()
          }
        }
        const unsubscribe = await subscribeLive(caller.organizationId, ({ type, id }) => {
          send(`event: ${type}\ndata: ${JSON.stringify({ id })}\n\n`)
          // A scored response has moved the numbers; screens of numbers listen for this alone.
          if (type === 'response') send(`event: metric\ndata: ${JSON.stringify({ id })}\n\n`)
        })
        const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs)
        stop = () => {
          clearInterval(heartbeat)
          unsubscribe()
        }
        if (request.signal.aborted) stop()
        request.signal.addEventListener('abort', () => stop())
        send('retry: 2000\n\n')
      },
      cancel: () => stop(),
    })
    return new Response(stream, {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store, no-transform',
        'x-accel-buffering': 'no',
      },
    })
  },
  { isSessionEnough: true },
)
