/** Something that the palette can do: go somewhere. `name` is a message's key, `label` a text as it stands. */
export type Command = { id: string; group: 'pages' | 'actions' | 'surveys' | 'touchpoints' | 'customers'; href: string } & (
  | { name: string }
  | { label: string }
)

const words = (text: string): string[] => text.toLowerCase().split(/\s+/).filter(Boolean)

/** The commands whose label has every word that was typed; those that begin with the first of them stand first. */
export const matching = <C extends { label: string }>(commands: readonly C[], typed: string): C[] => {
  const wanted = words(typed)
  const [first = ''] = wanted
  return commands
    .filter(({ label }) => wanted.every((word) => label.toLowerCase().includes(word)))
    .map((command, index) => ({ command, index, isFirst: first !== '' && command.label.toLowerCase().startsWith(first) }))
    .sort((a, b) => Number(b.isFirst) - Number(a.isFirst) || a.index - b.index)
    .map(({ command }) => command)
}
