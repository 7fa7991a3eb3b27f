import type { Span } from './text-insight'

const SENTENCE_END = /[.!?。！？…\n\r]/
const CLAUSE_END = /[.!?。！？…\n\r,;:，；：、~～]/

export type Clause = Span & { sentence: number }

/** Clauses without surrounding blanks, in order; a full stop or comma inside a number ("4.5", "1,200") ends none. */
export function splitClauses(text: string): Clause[] {
  const clauses: Clause[] = []
  let start = 0
  let sentence = 0
  const close = (end: number) => {
    let from = start
    let to = end
    while (from < to && text.charAt(from).trim() === '') from++
    while (to > from && text.charAt(to - 1).trim() === '') to--
    if (to > from) clauses.push({ start: from, end: to, sentence })
  }
  for (let at = 0; at < text.length; at++) {
    const char = text.charAt(at)
    if (!CLAUSE_END.test(char) || isInsideNumber(text, at)) continue
    close(at)
    start = at + 1
    if (SENTENCE_END.test(char)) sentence++
  }
  close(text.length)
  return clauses
}

const isDigit = (char: string) => char >= '0' && char <= '9'

function isInsideNumber(text: string, at: number): boolean {
  const char = text.charAt(at)
  return (char === '.' || char === ',' || char === ':') && isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1))
}
