/** So many of a group are counted; beyond, it is only said that there are more. */
export const mostCounted = 5000

/** `isMore`: there are more than `count`. */
export type Counted = { count: number; isMore: boolean }

/** The invitations to a survey that can still be answered, by how far their customers have come. */
export type OpenInvitations = {
  notOpened: Counted
  opened: Counted
  started: Counted & {
    /** answers given so far, of those that were counted and whose response is known */
    answers: number
    /** how many of them began under which version, newest first */
    versions: readonly { version: number; count: number }[]
    /** of anonymous surveys: which response is theirs is kept nowhere */
    unknown: number
  }
}

export const hasOpenInvitations = ({ notOpened, opened, started }: OpenInvitations): boolean =>
  notOpened.count + opened.count + started.count > 0
