/** A message with the tokens of its signed links (acknowledge, unsubscribe, invitation, test) cut out. */
export const hideTokens = (message: string | null): string | null =>
  message?.replace(/(\/[aitu]\/)[\w~-]+(\.[\w~-]+)+/g, '$1…') ?? null
