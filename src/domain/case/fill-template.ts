/** What a mail to a customer may put in, as `{name}`. */
export const placeholders = ['customer', 'owner', 'organization', 'touchpoint', 'case'] as const
export type Placeholder = (typeof placeholders)[number]

export type PlaceholderValues = Readonly<Record<Placeholder, string>>

const isPlaceholder = (name: string): name is Placeholder => (placeholders as readonly string[]).includes(name)

/**
 * A template with its placeholders filled in. Names of one line stay in one line: what a customer calls themselves must not begin a
 * line of its own, nor a placeholder. What is no placeholder stays as it was written.
 */
export const fillTemplate = (text: string, values: PlaceholderValues): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (isPlaceholder(name) ? values[name].replace(/\s+/g, ' ') : whole))

/** `{words}` of a text that are no placeholders: most likely typing errors. */
export const unknownPlaceholders = (text: string): string[] => [
  ...new Set([...text.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (isPlaceholder(name) ? [] : [name]))),
]
