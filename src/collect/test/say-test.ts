import { testWordLocale, testWords } from '@/i18n/test-words'
import { secretive } from '../invitation/say-invitation'
import { sayPlainly } from '../survey/notice-page'

const said = (request: Request, which: 'ended' | 'unfinished', locale: string, status: number): Promise<Response> =>
  sayPlainly(request, { ...testWords(locale)[which], status, locale: testWordLocale(locale), headers: secretive })

/** For a link that opens nothing: who it was for isn't known any more, so the browser says in which language. */
export const sayEnded = (request: Request): Promise<Response> =>
  said(request, 'ended', request.headers.get('accept-language') ?? 'en', 410)

export const sayUnfinished = (request: Request, memberLocale: string): Promise<Response> =>
  said(request, 'unfinished', memberLocale, 409)
