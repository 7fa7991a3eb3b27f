import { getLocale } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireMember } from '@/auth/session'
import { DefinitionsProvider } from '@/components/ui/definitions'
import { localize } from '@/domain/localized'
import { countOpenCases } from '@/pipeline/act/count-open-cases'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { ClientWords } from './_shell/client-words'
import { Shell } from './_shell/shell'

/** Times inside are the organization's; each page checks its own permission. */
export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const member = await requireMember()
  const [locale, openCases, { standard, own }] = await Promise.all([
    getLocale(),
    countOpenCases(member.organizationId),
    getDefinitions(member.organizationId),
  ])
  return (
    <ClientWords now={new Date()}>
      <Shell member={member} organization={localize(member.organizationName, locale)} openCases={openCases}>
        <DefinitionsProvider definitions={{ ...own, ...standard }}>{children}</DefinitionsProvider>
      </Shell>
    </ClientWords>
  )
}
