import { cookies, headers } from 'next/headers'
import { getRequestConfig } from 'next-intl/server'
import { acceptedLocale, isConsoleLocale, localeCookie } from './locales'
import en from './messages/en.json'
import zhCN from './messages/zh-CN.json'

const messages = { en, 'zh-CN': zhCN }

/** The language of a request: what the member chose here, else what the browser asks for. */
export default getRequestConfig(async () => {
  const chosen = (await cookies()).get(localeCookie)?.value
  const locale = isConsoleLocale(chosen) ? chosen : acceptedLocale((await headers()).get('accept-language'))
  return { locale, messages: messages[locale], timeZone: 'UTC' }
})
