/** @jsxImportSource preact */

import { verifyLocales, verifyWords } from '@/i18n/verify-words/all'
import { answerQuestion } from '@/pipeline/act/answer-question'
import { type OpenedQuestion, openQuestion, type Speaks } from '@/pipeline/act/open-question'
import { readForm } from '../form/read-form'
import { secretive } from '../invitation/say-invitation'
import { takeSubmission } from '../limits'
import type { Peer } from '../peer'
import { isSameOrigin } from '../same-origin'
import { acceptedLanguages, localeOf } from '../survey/language'
import { noticePage, sayPlainly } from '../survey/notice-page'
import { whileAway } from '../while-away'
import { verifyCss } from './styles'

const answers = ['yes', 'no'] as const
type Answer = (typeof answers)[number]

const answerOf = (given: string | null): Answer | undefined => answers.find((one) => one === given)

const langOf = (request: Request): string | null => new URL(request.url).searchParams.get('lang')

const speaks = (request: Request): Speaks => ({
  asked: langOf(request),
  accepted: acceptedLanguages(request.headers.get('accept-language')),
})

type NoticeName = 'thanksFixed' | 'thanksNotFixed' | 'answered' | 'over' | 'expired' | 'invalid'
const statusOf: Record<NoticeName, number> = {
  ...{ thanksFixed: 200, thanksNotFixed: 200, answered: 200 },
  ...{ over: 410, expired: 410, invalid: 404 },
}

const say = (request: Request, name: NoticeName, opened?: OpenedQuestion): Promise<Response> => {
  const locale = opened?.content.locale ?? localeOf(verifyLocales, langOf(request), request.headers.get('accept-language'))
  const words = opened?.content.words ?? verifyWords(locale)
  const definition = opened?.definition ?? undefined
  return sayPlainly(request, { ...words[name], status: statusOf[name], locale, definition, headers: secretive })
}

/** Why a question takes no answer any more. */
const sayClosed = (request: Request, opened: OpenedQuestion): Promise<Response> =>
  say(request, opened.answer === null ? 'over' : 'answered', opened)

/** What the mail's link said is the button at hand; it counts only when it is pressed. Without it the page leans to neither. */
const ask = (request: Request, token: string, opened: OpenedQuestion, chosen: Answer | undefined): Promise<Response> => {
  const { definition, content } = opened
  const { words, locale, touchpoint, caseName, question, text } = content
  const order = chosen === 'no' ? (['no', 'yes'] as const) : answers
  return sayPlainly(request, {
    ...{ title: question, text, status: 200, locale, headers: secretive, css: verifyCss },
    definition: definition ?? undefined,
    children: (
      <form class="verify" method="post" action={`/v/${encodeURIComponent(token)}`}>
        <p class="about">
          {touchpoint} · {caseName}
        </p>
        <label>
          {words.more}
          <textarea name="words" maxLength={2000} rows={3} />
        </label>
        <div class="answers">
          {order.map((answer) => (
            <button key={answer} type="submit" class={answer === chosen ? 'primary' : 'second'} name="answer" value={answer}>
              {words[answer]}
            </button>
          ))}
        </div>
      </form>
    ),
  })
}

const unlessAway = (request: Request, work: () => Promise<Response>): Promise<Response> =>
  whileAway(work, () => noticePage(request, 'away', { headers: { ...secretive, 'retry-after': '5' } }))

/** `GET /v/{token}`: asks whether it is mended, and changes nothing: mail scanners open every link. */
export const getVerifyPage = (request: Request, { token = '' }: Record<string, string>): Promise<Response> =>
  unlessAway(request, async () => {
    const opened = await openQuestion(token, speaks(request), new Date())
    if ('error' in opened) return say(request, opened.error)
    const chosen = answerOf(new URL(request.url).searchParams.get('answer'))
    return opened.isOpen ? ask(request, token, opened, chosen) : sayClosed(request, opened)
  })

/** `POST /v/{token}`: keeps the answer, once. The token is the permission; what another site's page posts is refused. */
export const postVerifyPage = async (
  request: Request,
  { token = '' }: Record<string, string>,
  { address }: Peer,
): Promise<Response> => {
  const limited = await takeSubmission(address)
  if (limited) return noticePage(request, 'busy', { headers: { ...secretive, 'retry-after': String(limited.retryAfterSeconds) } })
  if (!isSameOrigin(request.headers)) return noticePage(request, 'foreign', { headers: secretive })
  const read = await readForm(request)
  if (read instanceof Response) return read
  const answer = answerOf(read.form.get('answer'))
  return unlessAway(request, async () => {
    if (answer === undefined) return getVerifyPage(request, { token })
    const input = { isFixed: answer === 'yes', words: read.form.get('words') ?? '' }
    const opened = await answerQuestion(token, input, speaks(request), new Date())
    if ('error' in opened) return say(request, opened.error)
    if (!opened.isMine) return sayClosed(request, opened)
    return say(request, opened.answer === true ? 'thanksFixed' : 'thanksNotFixed', opened)
  })
}
