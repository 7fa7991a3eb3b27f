import { NextIntlClientProvider } from 'next-intl'
import { getMessages } from 'next-intl/server'
import type { ReactNode } from 'react'
import { clientMessages } from '@/i18n/client-messages'
import { LanguageSwitch } from '../(console)/_shell/language-switch'
import { SchemeSwitch } from '../(console)/_shell/scheme-switch'
import { Wordmark } from '../(console)/_shell/wordmark'
import classes from './entrance.module.css'

/** The frame of the pages before the console: sign-in and set-up. */
export const Entrance = async ({ title, children }: { title: string; children: ReactNode }) => (
  <NextIntlClientProvider messages={clientMessages(await getMessages())}>
    <div className={classes.page}>
      <header className={classes.top}>
        <Wordmark />
        <div className={classes.tools}>
          <LanguageSwitch />
          <SchemeSwitch />
        </div>
      </header>
      <main className={classes.main}>
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          {children}
        </div>
      </main>
    </div>
  </NextIntlClientProvider>
)
