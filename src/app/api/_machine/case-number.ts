/** A case number from an address; undefined for what can't be one, so that it reads as "no such case". */
export const readCaseNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined
