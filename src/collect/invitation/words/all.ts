import { localeOf } from '../../survey/language'
import { ja, ko, zhCN, zhTW } from './eastern'
import { ar, de, en, es, fr, pt } from './western'
import type { InvitationWords } from './words'

/** Every language that the survey's own words come in. */
export const all: Readonly<Record<string, InvitationWords>> = { en, 'zh-CN': zhCN, 'zh-TW': zhTW, ja, ko, es, fr, de, pt, ar }

const taiwanese = /^zh-(HK|MO|Hant)\b/i

/** The words for a visitor: in the language that is known to be theirs, else in what their browser asks for. */
export const invitationWords = (
  request: Request,
  known: readonly (string | null | undefined)[],
): InvitationWords & { locale: string } => {
  const wanted = known.find((locale) => locale) ?? null
  const asked = wanted && taiwanese.test(wanted) ? 'zh-TW' : wanted
  const locale = localeOf(Object.keys(all), asked, request.headers.get('accept-language'))
  return { ...(all[locale] ?? en), locale }
}
