/**
 * A UUID version 8 (RFC 9562) that says by twelve fixed bits what it is the id of. It begins with a time like version 7 does, so
 * it lies in that month's partition.
 * @param mark three hexadecimal digits
 * @param random at least 16 hexadecimal digits
 */
export const markedId = (mark: string, milliseconds: number, random: string): string => {
  const time = milliseconds.toString(16).padStart(12, '0')
  const variant = (8 + (Number.parseInt(random.slice(0, 1), 16) % 4)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-8${mark}-${variant}${random.slice(1, 4)}-${random.slice(4, 16)}`
}

export const hasMark = (mark: string, id: string): boolean => id.slice(14, 18).toLowerCase() === `8${mark}`
