import { hasMark, markedId } from './marked-id'

/** The twelve bits after the version by which an invited response's id is known; other makers of version 8 may differ in all of them. */
const mark = 'ea7'

/**
 * The id of an invited response. Its random bits come from the invitation's token, so that every device with the link has the
 * same.
 * @param random at least 16 hexadecimal digits
 */
export const invitedId = (milliseconds: number, random: string): string => markedId(mark, milliseconds, random)

/** Whether a response is an invitation's: only who holds its link may save it. */
export const isInvitedId = (id: string): boolean => hasMark(mark, id)
