/** A UUID version 7 (RFC 9562): time first, so that the database keeps answers of one time together. `crypto.randomUUID` needs https. */
export const uuidV7 = (now: number): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  for (let index = 0; index < 6; index++) bytes[index] = Math.floor(now / 2 ** (8 * (5 - index))) & 255
  bytes[6] = 0x70 | ((bytes[6] ?? 0) & 15)
  bytes[8] = 0x80 | ((bytes[8] ?? 0) & 63)
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}
