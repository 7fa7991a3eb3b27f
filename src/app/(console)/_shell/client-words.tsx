import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ComponentProps, ReactNode } from 'react'
import { requireMember } from '@/auth/session'
import { clientMessages } from '@/i18n/client-messages'

type ClientWordsProps = {
  of?: Parameters<typeof clientMessages>[1]
  now?: ComponentProps<typeof NextIntlClientProvider>['now']
  children: ReactNode
}

/** The words that what runs in the browser needs, beside those of every screen. Times inside are the organization's. */
export const ClientWords = async ({ of, now, children }: ClientWordsProps) => {
  const [{ timeZone }, messages] = await Promise.all([requireMember(), getMessages()])
  return (
    <NextIntlClientProvider messages={clientMessages(messages, of)} timeZone={timeZone} {...(now ? { now } : {})}>
      {children}
    </NextIntlClientProvider>
  )
}
