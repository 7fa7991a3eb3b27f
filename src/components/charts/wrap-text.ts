/** How wide a character is drawn, in its font's size: Chinese ones fill a square, others are about half as wide. */
const widthOf = (character: string): number => (/[\u1100-\u11ff\u2e80-\uffef]/.test(character) ? 1 : 0.55)

export const textWidth = (text: string): number => [...text].reduce((sum, character) => sum + widthOf(character), 0)

const cut = (text: string, width: number): string => {
  let [left, used] = ['', 0]
  for (const character of text) {
    used += widthOf(character)
    if (used > width) break
    left += character
  }
  return left
}

/**
 * Lines of a text in a drawing, which breaks none by itself: at spaces, and within what is too long without any. `width` is in
 * font sizes. What the last line can't hold is cut off with an ellipsis.
 */
export const wrapText = (text: string, width: number, most: number): string[] => {
  const lines: string[] = []
  let rest = text.replace(/\s+/g, ' ').trim()
  while (rest !== '' && lines.length < most) {
    const isLast = lines.length === most - 1
    if (textWidth(rest) <= width) return [...lines, rest]
    if (isLast) return [...lines, `${cut(rest, width - 1).trimEnd()}…`]
    const piece = cut(rest, width) || ([...rest][0] ?? '')
    const space = rest[piece.length] === ' ' ? piece.length : piece.lastIndexOf(' ')
    const end = space > 0 ? space : piece.length
    lines.push(rest.slice(0, end).trimEnd())
    rest = rest.slice(end).trimStart()
  }
  return lines
}
