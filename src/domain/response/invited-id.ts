/** The twelve bits after the version by which an invited response's id is known; other makers of version 8 may differ in all of them. */
const mark = 'ea7'

/**
 * The id of an invited response: a UUID version 8 (RFC 9562) that begins with a time like version 7 does, so it lies in
 * that month's partition. The other bits come from the invitation's token, so that every device with the link has the same.
 * @param random at least 16 hexadecimal digits
 */
export const invitedId = (milliseconds: number, random: string): string => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(random.slice(0, 1), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-8${mark}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`
}

/** Whether a response is an invitation's: only who holds its link may save it. */
export const isInvitedId = (id: string): boolean => id.slice(14, 18) === `8${mark}`
