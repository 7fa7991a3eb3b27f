/** A message with the tokens of its signed links (acknowledge, unsubscribe, invitation) cut out. */
export const hideTokens = (message: string | null): string | null =>
  message?.replace(/(\/[aiu]\/)[\w~-]+(\.[\w~-]+)+/g, '$1…') ?? null
