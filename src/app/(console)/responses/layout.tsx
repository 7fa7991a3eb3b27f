import type { ReactNode } from 'react'
import { ClientWords } from '../_shell/client-words'

const namespaces = ['responses', 'tags', 'deletion', 'exports'] as const

export default async function ResponsesLayout({ children }: { children: ReactNode }) {
  return <ClientWords of={namespaces}>{children}</ClientWords>
}
