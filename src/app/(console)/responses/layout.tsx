import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clientMessages } from '@/i18n/client-messages'

const namespaces = ['responses', 'tags', 'deletion', 'exports'] as const

export default async function ResponsesLayout({ children }: { children: ReactNode }) {
  const messages = clientMessages(await getMessages(), namespaces)
  return <NextIntlClientProvider messages={messages}>{children}</NextIntlClientProvider>
}
