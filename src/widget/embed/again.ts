const keyOf = (survey: string): string => `earshot.${survey}.seen`

/** "30d", "12h"; a bare number is days. */
const toMilliseconds = (text: string): number => Number.parseFloat(text) * (text.endsWith('h') ? 36e5 : 864e5)

/** Whether a survey was closed or answered on this device so lately that it doesn't come by itself again. */
export const isTooSoon = (survey: string, again: string): boolean => {
  try {
    return Date.now() - Number(localStorage.getItem(keyOf(survey))) < toMilliseconds(again)
  } catch {
    return false
  }
}

/** Remembers the moment, nothing of the customer. */
export const remember = (survey: string): void => {
  try {
    localStorage.setItem(keyOf(survey), String(Date.now()))
  } catch {
    // Forbidden or full: then it may come again.
  }
}
