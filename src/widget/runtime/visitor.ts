/** What an embedding page says of its customer. Nothing of it is proven but by the token. */
export type Visitor = {
  context: Readonly<Record<string, unknown>>
  customerToken?: string | undefined
}

/** What the server takes as context: names and plain values within bounds. The rest is left out, so that it loses no answer. */
export const plainContext = (context: Readonly<Record<string, unknown>> = {}): Record<string, string> =>
  Object.fromEntries(
    Object.entries(context)
      .flatMap(([key, value]) =>
        key && key.length <= 64 && /^(string|number|boolean)$/.test(typeof value) ? [[key, String(value).slice(0, 2000)]] : [],
      )
      .slice(0, 60),
  )
