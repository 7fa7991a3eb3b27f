import { putRoute } from '../../../_machine/put-route'

/** The key of a member is their email. */
export const PUT = putRoute('members', 'members.write')
