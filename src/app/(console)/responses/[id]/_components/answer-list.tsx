import { useTranslations } from 'next-intl'
import { questionsOf } from '@/domain/survey/definition'
import { tellQuestion } from '@/domain/survey/tell-question'
import { findVisible } from '@/domain/survey/visibility'
import type { ResponseDetail } from '@/pipeline/analyze/get-response'
import { CommentText } from '../../../_components/comment-text'
import { AnswerText } from './answer-text'
import classes from './response.module.css'

/** Every question of the version in its order; those that were hidden or left out say so. */
export const AnswerList = ({ response, locale }: { response: ResponseDetail; locale: string }) => {
  const t = useTranslations('response')
  const { locale: answeredIn, channel, source, context } = response
  const around = {
    id: response.id,
    locale: answeredIn ?? undefined,
    channel: channel ?? undefined,
    source: source ?? undefined,
    context,
  }
  const asked = new Set(
    findVisible(response.definition, response.answers, around).pages.flatMap((page) => page.questions.map(({ key }) => key)),
  )
  const questions = questionsOf(response.definition).filter(({ kind }) => kind !== 'statement')
  return (
    <dl className={classes.answers}>
      {questions.map((question) => {
        const answer = response.answers[question.key]
        const insight = response.text.find((one) => one.question === question.key)
        return (
          <div key={question.key} className={classes.answer}>
            <dt>{tellQuestion(question, locale, response)}</dt>
            <dd>
              {answer === undefined ? (
                <span className={classes.unanswered}>{asked.has(question.key) ? t('unanswered') : t('notAsked')}</span>
              ) : question.kind === 'text' ? (
                <CommentText text={String(answer)} insight={insight ?? null} />
              ) : (
                <AnswerText question={question} answer={answer} response={response} locale={locale} />
              )}
            </dd>
          </div>
        )
      })}
    </dl>
  )
}
