'use client'

import { Checkbox, Group } from '@mantine/core'

type SeveralFieldProps<Name extends string> = {
  label: string
  all: readonly Name[]
  chosen: readonly Name[]
  say: (name: Name) => string
  onChange: (chosen: readonly Name[]) => void
  error?: string | undefined
}

/** Some of a few; they stay in their order. */
export const SeveralField = <Name extends string>({ label, all, chosen, say, onChange, error }: SeveralFieldProps<Name>) => (
  <Checkbox.Group
    size="sm"
    label={label}
    value={[...chosen]}
    onChange={(names) => onChange(all.filter((name) => names.includes(name)))}
    {...(error ? { error } : {})}
  >
    <Group gap="md" mt={4}>
      {all.map((name) => (
        <Checkbox key={name} size="sm" value={name} label={say(name)} />
      ))}
    </Group>
  </Checkbox.Group>
)
