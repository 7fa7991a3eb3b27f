import { useFormatter, useLocale, useTranslations } from 'next-intl'
import { formatMetric } from '@/components/format/format-metric'
import type { Summary } from '@/domain/analysis/summarize'
import { localize } from '@/domain/localized'
import type { DeletionPreview, Effect } from '@/pipeline/analyze/preview-deletion'
import classes from './deletion.module.css'

/** What goes with a response, and what the numbers that it is part of are without it. */
export const DeletionEffects = ({ preview }: { preview: DeletionPreview }) => {
  const t = useTranslations('deletion')
  const metrics = useTranslations('metrics')
  const format = useFormatter()
  const locale = useLocale()
  const { effects, cases, files, tags } = preview
  const numberOf = ({ kind }: Effect, { value }: Summary) => (value === null ? '–' : formatMetric(kind, value, locale))
  const noonOf = (day: string) => new Date(`${day}T12:00:00Z`)
  const periodOf = ({ from, to }: Effect) =>
    format.dateTimeRange(noonOf(from), noonOf(to), { dateStyle: 'medium', timeZone: 'UTC' })
  const count = new Intl.NumberFormat(locale)
  const nameOf = ({ metric, question }: Effect) => (question ? localize(question, locale) : metrics(`name.${metric as 'nps'}`))
  return (
    <div className={classes.words}>
      <p>{t('forGood', { survey: localize(preview.survey, locale), touchpoint: localize(preview.touchpoint, locale) })}</p>
      {effects.length > 0 ? (
        <table className={classes.effects}>
          <caption>{t('numbers', { touchpoint: localize(preview.touchpoint, locale) })}</caption>
          <tbody>
            {effects.map((effect) => (
              <tr key={effect.metric}>
                <th scope="row">
                  {nameOf(effect)}
                  <small>{periodOf(effect)}</small>
                </th>
                <td>
                  {numberOf(effect, effect.before)} → <strong>{numberOf(effect, effect.after)}</strong>
                </td>
                <td>
                  <i>n</i> {count.format(effect.before.n)} → {count.format(effect.after.n)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{t('noNumbers')}</p>
      )}
      <ul className={classes.goes}>
        <li>{t('goes')}</li>
        {files > 0 && <li>{t('files', { count: files })}</li>}
        {tags > 0 && <li>{t('tags', { count: tags })}</li>}
        {cases.map((number) => (
          <li key={number}>{t('case', { number })}</li>
        ))}
        <li>{t('stays')}</li>
      </ul>
    </div>
  )
}
