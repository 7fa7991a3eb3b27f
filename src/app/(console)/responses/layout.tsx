import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { requireMember } from '@/auth/session'
import { clientMessages } from '@/i18n/client-messages'

const namespaces = ['responses', 'tags', 'deletion', 'exports'] as const

/** A provider of its own forgets the organization's time zone, unless it is told. */
export default async function ResponsesLayout({ children }: { children: ReactNode }) {
  const { timeZone } = await requireMember()
  const messages = clientMessages(await getMessages(), namespaces)
  return (
    <NextIntlClientProvider messages={messages} timeZone={timeZone}>
      {children}
    </NextIntlClientProvider>
  )
}
