/** A key made from a name, such as `help-desk` from "Help desk"; from the fallback where the name has no Latin letters. Never one that is taken. */
export const freeKeyFor = (name: string, fallback: string, taken: readonly string[]): string => {
  const base =
    name
      .normalize('NFKD')
      .replace(/[\u0300-\u036f]/g, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 48)
      .replace(/^-+|-+$/g, '') || fallback
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base}-${number}`)) number += 1
  return `${base}-${number}`
}
