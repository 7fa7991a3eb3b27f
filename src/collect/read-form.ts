import { problem } from './problem'

/** The body of a posted form, or the answer that says why it isn't one. */
export const readForm = async (request: Request): Promise<{ form: URLSearchParams } | Response> => {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/x-www-form-urlencoded\b/i.test(type))
    return problem(415, 'The body must be a form: send it with "content-type: application/x-www-form-urlencoded".')
  return { form: new URLSearchParams(await request.text()) }
}
