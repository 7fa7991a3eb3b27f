import { hasMark, markedId } from './marked-id'

const mark = 'e57'

/**
 * The id under which a test of a survey goes through it. It says itself that it is a test's, so no door keeps what comes under it,
 * whatever else was lost on the way.
 * @param random at least 16 hexadecimal digits
 */
export const testId = (milliseconds: number, random: string): string => markedId(mark, milliseconds, random)

/** Whether an id is a test's: nothing is ever stored under it. */
export const isTestId = (id: string): boolean => hasMark(mark, id)

/** Whether a link's token is a test's: an invitation's has no dots, a signed one has. */
export const isTestToken = (token: string): boolean => token.includes('.')

/** How long a test's link opens. */
export const testLinkDays = 7
