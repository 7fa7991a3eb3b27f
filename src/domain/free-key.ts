/** A key with a number that nobody has: `speed_2` for `speed`. Never longer than the 64 characters that a key may have. */
export const numberedKey = (key: string, isTaken: (key: string) => boolean, joint: '_' | '-' = '_'): string => {
  let number = 2
  while (isTaken(`${key.slice(0, 60)}${joint}${number}`)) number += 1
  return `${key.slice(0, 60)}${joint}${number}`
}

/** The key itself where it is free, else with the first number that is. */
export const freeKey = (key: string, isTaken: (key: string) => boolean, joint: '_' | '-' = '_'): string =>
  isTaken(key) ? numberedKey(key, isTaken, joint) : key

/** A text as a key: `Late parcels!` is `late-parcels`; the fallback for a text without Latin letters. Always one that is free. */
export const keyOfText = (text: string, fallback: string, isTaken: (key: string) => boolean): string => {
  const slug = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 48)
    .replace(/^-+|-+$/g, '')
  return freeKey(slug || fallback, isTaken, '-')
}
