import { errorStatus, type Failure, type Issue } from '@/domain/errors'

const titles: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'Request timeout',
  409: 'Conflict',
  410: 'Gone',
  413: 'Content too large',
  415: 'Unsupported media type',
  422: 'Unprocessable content',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Unavailable',
}

type Extra = {
  errors?: readonly Issue[] | undefined
  headers?: Record<string, string> | undefined
  /** what else this problem says */
  members?: Readonly<Record<string, unknown>> | undefined
}

/** An error answer as RFC 9457 describes it: what is wrong, and where. */
export const problem = (status: number, detail: string, { errors, headers, members }: Extra = {}): Response =>
  new Response(
    JSON.stringify({
      type: 'about:blank',
      title: titles[status] ?? 'Error',
      status,
      detail,
      ...(errors ? { errors } : {}),
      ...members,
    }),
    {
      status,
      headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store', ...headers },
    },
  )

/** An expected failure of a use case, over HTTP. */
export const problemOf = ({ error, detail, errors }: Failure, headers?: Record<string, string>): Response =>
  problem(errorStatus[error], detail ?? errors?.[0]?.message ?? error.replaceAll('_', ' '), { errors, headers })
