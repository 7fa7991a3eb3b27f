/** A key with a number that nobody has: `speed_2` for `speed`. Never longer than the 64 characters that a key may have. */
export const numberedKey = (key: string, isTaken: (key: string) => boolean, joint: '_' | '-' = '_'): string => {
  let number = 2
  while (isTaken(`${key.slice(0, 60)}${joint}${number}`)) number += 1
  return `${key.slice(0, 60)}${joint}${number}`
}

/** The key itself where it is free, else with the first number that is. */
export const freeKey = (key: string, isTaken: (key: string) => boolean, joint: '_' | '-' = '_'): string =>
  isTaken(key) ? numberedKey(key, isTaken, joint) : key
