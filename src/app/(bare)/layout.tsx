import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireMember } from '@/auth/session'
import { DefinitionsProvider } from '@/components/ui/definitions'
import { clientMessages } from '@/i18n/client-messages'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'

/** Screens of the console without its frame: for walls and for paper. Each page checks its own permission. */
export default async function BareLayout({ children }: { children: ReactNode }) {
  const [member, messages] = await Promise.all([requireMember(), getMessages()])
  const { standard, own } = await getDefinitions(member.organizationId)
  return (
    <NextIntlClientProvider
      messages={clientMessages(messages, ['dashboards', 'dashboardEdit'])}
      timeZone={member.timeZone}
      now={new Date()}
    >
      <DefinitionsProvider definitions={{ ...own, ...standard }}>{children}</DefinitionsProvider>
    </NextIntlClientProvider>
  )
}
