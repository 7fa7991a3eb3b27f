import type { ReactNode } from 'react'
import { requireMember } from '@/auth/session'
import { DefinitionsProvider } from '@/components/ui/definitions'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { ClientWords } from '../(console)/_shell/client-words'

/** Screens of the console without its frame: for walls and for paper. Each page checks its own permission. */
export default async function BareLayout({ children }: { children: ReactNode }) {
  const member = await requireMember()
  const { standard, own } = await getDefinitions(member.organizationId)
  return (
    <ClientWords of={['dashboards', 'dashboardEdit']} now={new Date()}>
      <DefinitionsProvider definitions={{ ...own, ...standard }}>{children}</DefinitionsProvider>
    </ClientWords>
  )
}
