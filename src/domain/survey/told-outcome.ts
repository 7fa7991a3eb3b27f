import type { Outcome } from './definition'

/** What the door says of a saved response. */
type Told = { status?: string | undefined; reason?: string | undefined }

/** How the server ended a response, where that isn't what the answers alone say; undefined for one that goes on or is complete. */
export const toldOutcome = ({ status, reason }: Told): Outcome | undefined => {
  if (status !== 'disqualified') return undefined
  return reason === 'quota_full' ? 'quota_full' : 'disqualified'
}
