/**
 * Every expected failure of a use case, returned as `{ error: code }` and never thrown.
 * Edges translate them: `httpStatus` here is the one table of what each means over HTTP.
 */
export const errorStatus = {
  invalid: 422,
  not_found: 404,
  survey_not_found: 404,
  survey_closed: 410,
  response_deleted: 410,
  survey_mismatch: 409,
  invitation_refused: 403,
  invitation_expired: 410,
  invitation_used: 409,
  case_not_found: 404,
  step_not_allowed: 409,
  conflict: 409,
  reference_missing: 422,
  in_use: 409,
  unauthorized: 401,
  forbidden: 403,
  not_replayable: 409,
  too_large: 413,
  type_refused: 415,
  too_many: 429,
  too_slow: 422,
  overloaded: 503,
} as const

export type ErrorCode = keyof typeof errorStatus

/** Where in the input something is wrong (`pages[0].questions[1].key`) and what to do about it. */
export type Issue = { path: string; message: string }

export type Failure = { error: ErrorCode; detail?: string; errors?: Issue[] }

export const fail = (error: ErrorCode, detail?: string, errors?: Issue[]): Failure => ({
  error,
  ...(detail === undefined ? {} : { detail }),
  ...(errors === undefined ? {} : { errors }),
})

export const isFailure = (value: unknown): value is Failure => typeof value === 'object' && value !== null && 'error' in value

/** A failure told from inside one object: paths that begin with the object's own place begin after it. */
export const within = (failure: Failure, place: string): Failure => ({
  ...failure,
  ...(failure.errors
    ? {
        errors: failure.errors.map(({ path, message }) => ({
          path: path.startsWith(place) ? path.slice(place.length).replace(/^\./, '') : path,
          message,
        })),
      }
    : {}),
})
