import { z } from 'zod'
import { isFailure } from '@/domain/errors'
import { type LiveNews, subscribeLive } from '@/pipeline/operate/subscribe-live'
import { readQuery } from '../../_machine/query'
import { machineRoute } from '../../_machine/route'

const heartbeatMs = 15_000
/** A stream is opened with the rights of that moment; whoever has lost them since hears no more than this long. */
const longestMs = 15 * 60_000
/** Events that wait for somebody who doesn't read them, as a computer that was shut with its pages open. */
const mostUnread = 2_000
/** What was read a moment before the question for this stream arrived may be older than its age by the way here. */
const wayMs = 1_000

const querySchema = z.strictObject({ age: z.coerce.number().min(0).optional() })

/** A scored response has moved the numbers; screens of numbers listen for this alone. */
const said = (news: LiveNews): string => {
  if (news.type === 'gap') return 'event: gap\ndata: {}\n\n'
  const data = `data: ${JSON.stringify({ id: news.id })}\n\n`
  return news.type === 'response' ? `event: response\n${data}event: metric\n${data}` : `event: ${news.type}\n${data}`
}

/**
 * Server-sent events: `response`, `metric`, `alert`, `case`, `delivery`, each with the id of what moved, and `gap` where something may
 * have moved that nobody heard. `age`: how old what the caller knows is, in milliseconds; what has moved since is told first. A
 * stream ends after a quarter of an hour, and where what it says isn't read: open it again then.
 */
export const GET = machineRoute(
  'responses.read',
  async ({ caller, request, url }) => {
    const query = readQuery(querySchema, url)
    if (isFailure(query)) return query
    const { age } = query.value
    const since = age === undefined ? undefined : Date.now() - age - wayMs
    const encoder = new TextEncoder()
    const endings: (() => void)[] = []
    const stop = () => {
      for (const end of endings.splice(0)) end()
    }
    let send = (_: string) => {}
    let isCancelled = false
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => {
          if ((controller.desiredSize ?? 0) < -mostUnread) return stop()
          controller.enqueue(encoder.encode(text))
        }
        endings.push(() => {
          send = () => {}
          if (!isCancelled) controller.close()
        })
      },
      cancel: () => {
        isCancelled = true
        stop()
      },
    })
    send('retry: 2000\n\n')
    // The answer begins once somebody listens: a stream that is open misses nothing.
    const unsubscribe = await subscribeLive(caller.organizationId, (news) => send(said(news)), since)
    const heartbeat = setInterval(() => send(': still here\n\n'), heartbeatMs)
    const end = setTimeout(stop, longestMs)
    endings.push(
      unsubscribe,
      () => clearInterval(heartbeat),
      () => clearTimeout(end),
    )
    // Whoever has gone while nobody listened yet has no other ending.
    if (request.signal.aborted || isCancelled) stop()
    request.signal.addEventListener('abort', stop)
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
