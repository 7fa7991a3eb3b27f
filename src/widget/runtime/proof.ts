/** The fractions of the roots of the first primes, in 32 bits: SHA-256's constants (FIPS 180-4), worked out instead of shipped. */
const constants = (): { start: number[]; round: number[] } => {
  const start: number[] = []
  const round: number[] = []
  const fraction = (root: number): number => ((root - Math.floor(root)) * 2 ** 32) | 0
  for (let prime = 2; round.length < 64; prime++) {
    if (Array.from({ length: prime - 2 }, (_, index) => index + 2).some((divisor) => prime % divisor === 0)) continue
    if (start.length < 8) start.push(fraction(prime ** (1 / 2)))
    round.push(fraction(prime ** (1 / 3)))
  }
  return { start, round }
}

const turn = (word: number, by: number): number => (word >>> by) | (word << (32 - by))

/** The first 32 bits of the SHA-256 of an ASCII text of at most 55 characters: one block. Not in crypto.subtle's reach on http pages. */
const makeHash = (): ((text: string) => number) => {
  const { start, round } = constants()
  const words = new Int32Array(64)
  const at = (index: number): number => words[index] as number
  return (text) => {
    words.fill(0, 0, 16)
    for (let index = 0; index <= text.length; index++) {
      const byte = index < text.length ? text.charCodeAt(index) : 0x80
      words[index >> 2] = at(index >> 2) | (byte << (24 - (index % 4) * 8))
    }
    words[15] = text.length * 8
    for (let index = 16; index < 64; index++) {
      const [x, y] = [at(index - 15), at(index - 2)]
      const small = turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)
      words[index] = at(index - 16) + small + at(index - 7) + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))
    }
    let [a, b, c, d, e, f, g, h] = start as [number, number, number, number, number, number, number, number]
    for (let index = 0; index < 64; index++) {
      const mix = h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + (round[index] as number) + at(index)
      const most = (turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))
      h = g
      g = f
      f = e
      e = (d + mix) | 0
      d = c
      c = b
      b = a
      a = (mix + most) | 0
    }
    return (a + (start[0] as number)) >>> 0
  }
}

/** How long it works before it lets the page breathe, in ms. */
const slice = 12

/**
 * Solves a challenge that a save was met with (429 `{challenge, difficulty}`): the next save carries
 * `proof: {challenge, nonce}`, and so does every later one of the same response while it holds (ten minutes).
 * @param difficulty leading zero bits, at most 32
 */
export const solve = async (challenge: string, difficulty: number): Promise<string> => {
  const hash = makeHash()
  const signature = challenge.slice(challenge.lastIndexOf('.') + 1)
  for (let nonce = 0; ; ) {
    for (const until = Date.now() + slice; Date.now() < until; ) {
      for (const end = nonce + 256; nonce < end; nonce++)
        if (Math.clz32(hash(`${signature}.${nonce}`)) >= difficulty) return String(nonce)
    }
    await new Promise((resolve) => setTimeout(resolve))
  }
}
