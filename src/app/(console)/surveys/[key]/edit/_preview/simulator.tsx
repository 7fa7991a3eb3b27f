'use client'

import { NativeSelect, TextInput } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import { channelLabel } from '@/components/format/channel-label'
import { localize } from '@/domain/localized'
import { trace, type Way } from '@/domain/survey/edit/trace'
import { usable } from '@/widget/steps'
import { useConditionWords } from '../../../../_components/use-condition-words'
import { useEditor } from '../_store/use-editor'
import classes from './preview.module.css'
import type { Trial } from './preview-frame'
import type { Shown } from './show-survey'
import type { Around } from './use-shown'

type Known = Omit<Around, 'locale'>
type SimulatorProps = { shown: Shown; trial: Trial; known: Known; onKnown: (known: Known) => void; goTo: (page: number) => void }

const marks: Record<Way, string> = { shown: '●', hidden: '○', jumped: '↷', ended: '–', empty: '○' }
const channels = ['web', 'email', 'sms', 'app', 'phone', 'kiosk', 'shop_qr', 'wechat', 'shop', 'api']

/** What the survey's logic does with the answers that were tried: what shows, what doesn't, and why. */
export const Simulator = ({ shown, trial, known, onKnown, goTo }: SimulatorProps) => {
  const t = useTranslations('editor.simulator')
  const say = useTranslations('survey')
  const channelWords = useTranslations('channels')
  const editor = useEditor()
  const { definition, locale, around } = shown
  const words = useConditionWords(definition)
  const traced = useMemo(() => trace(definition, usable(definition, trial.given), around), [definition, trial, around])
  const why = (way: Way, condition: Parameters<typeof words>[0] | undefined): string =>
    way === 'hidden' && condition ? say('onlyIf', { condition: words(condition) }) : t(`way.${way}`)
  return (
    <div className={classes.simulator}>
      <h3>{t('title')}</h3>
      <details>
        <summary>{t('known')}</summary>
        <div className={classes.known}>
          <NativeSelect
            size="xs"
            label={t('channel')}
            value={known.channel}
            onChange={(event) => onKnown({ ...known, channel: event.currentTarget.value })}
            data={[
              { value: '', label: t('none') },
              ...channels.map((value) => ({ value, label: channelLabel(channelWords, value) })),
            ]}
          />
          <TextInput
            size="xs"
            label={t('source')}
            value={known.source}
            onChange={(event) => onKnown({ ...known, source: event.currentTarget.value })}
          />
          {definition.hiddenFields?.map((key) => (
            <TextInput
              key={key}
              size="xs"
              label={key}
              value={known.context[key] ?? ''}
              onChange={(event) => onKnown({ ...known, context: { ...known.context, [key]: event.currentTarget.value } })}
            />
          ))}
        </div>
      </details>
      <ol className={classes.way}>
        {traced.pages.map(({ page, way, questions, jump }, index) => {
          const taken = jump === undefined ? undefined : page.jumps?.[jump]
          return (
            <li key={page.key ?? index} data-way={way} aria-current={trial.pageIndex === index ? 'step' : undefined}>
              <button type="button" onClick={() => goTo(index)} disabled={way !== 'shown'}>
                <span aria-hidden>{marks[way]}</span>{' '}
                {page.title ? localize(page.title, locale) : say('page', { number: index + 1 })}
              </button>
              {way !== 'shown' && <p>{why(way, page.showIf)}</p>}
              {way === 'shown' && (
                <ul>
                  {questions.map((question) => {
                    const asked = page.questions.find(({ key }) => key === question.key)
                    return (
                      <li key={question.key} data-way={question.way}>
                        <button type="button" onClick={() => editor.select(['question', question.key])}>
                          <span aria-hidden>{marks[question.way]}</span> {(asked && localize(asked.text, locale)) || question.key}
                        </button>
                        {question.way !== 'shown' && <p>{why(question.way, asked?.showIf)}</p>}
                      </li>
                    )
                  })}
                </ul>
              )}
              {taken && (
                <p className={classes.jump}>
                  ↳ {taken.end ? say(`end.${taken.end}`) : say('goTo', { page: taken.page ?? '' })}
                  {taken.when && ` (${words(taken.when)})`}
                </p>
              )}
            </li>
          )
        })}
      </ol>
      <p className={classes.end}>
        <strong>{t(`outcome.${traced.outcome as 'completed' | 'disqualified'}`)}</strong>{' '}
        {traced.thanks ? localize(traced.thanks.text, locale) : t('standardThanks')}
      </p>
      {traced.quotas.length > 0 && <p className={classes.end}>{t('quotas', { keys: traced.quotas.join(', ') })}</p>}
    </div>
  )
}
