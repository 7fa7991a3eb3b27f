/** One or two letters for a face: first and last name's, or the last two characters of a Chinese name. */
export const initialsOf = (name: string): string => {
  const trimmed = name.trim()
  if (/^\p{Script=Han}+$/u.test(trimmed)) return trimmed.slice(-2)
  const words = trimmed.split(/\s+/)
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? '')][0] ?? '')
  return letters.join('').toUpperCase()
}
