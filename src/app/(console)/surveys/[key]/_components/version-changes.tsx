import { useLocale, useTranslations } from 'next-intl'
import { type Localized, localize } from '@/domain/localized'
import type { VersionChange } from '@/domain/survey/compare-versions'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { ChangeValue, differingLocales } from './change-value'
import classes from './version.module.css'

type Props = { changes: readonly VersionChange[]; before: SurveyDefinition; after: SurveyDefinition }

const marks = { added: '+', removed: '−', moved: '↕', changed: '~' } as const

/** What a change is about, as a sentence. */
const useTitle = () => {
  const t = useTranslations('versions')
  const locale = useLocale()
  const text = (value: unknown) => localize(value as Localized, locale)
  const field = (name: string) => (t.has(`field.${name as 'text'}`) ? t(`field.${name as 'text'}`) : name)
  return (change: VersionChange): string => {
    if (change.about === 'survey') return t('survey', { field: field(change.field) })
    if (change.about === 'page') return t('page', { page: change.page + 1, field: field(change.field) })
    const question = text(change.question.text)
    if (change.about === 'option') {
      const option = change.what === 'changed' ? change.option : text(change.text)
      return change.what === 'changed'
        ? t('optionChanged', { question, option, field: field(change.field) })
        : t(change.what === 'added' ? 'optionAdded' : 'optionRemoved', { question, option })
    }
    if (change.what === 'moved') return t('moved', { question, from: change.fromPage + 1, to: change.toPage + 1 })
    if (change.what === 'changed') return t('changed', { question, field: field(change.field) })
    return t(change.what, { question })
  }
}

/** What a side says in a locale; undefined where it says nothing yet. */
const sideOf = (value: unknown, locale: string): unknown =>
  locale && typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[locale] : value

/** The differences of two versions, one a line, with what was and what will be. */
export const VersionChanges = ({ changes, before, after }: Props) => {
  const t = useTranslations('versions')
  const titleOf = useTitle()
  return (
    <ul className={classes.changes}>
      {changes.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the list is drawn once and never changes
        <li key={index} data-what={change.what}>
          <span className={classes.mark} aria-hidden>
            {marks[change.what]}
          </span>
          <div>
            <p>{titleOf(change)}</p>
            {change.what === 'changed' &&
              (differingLocales(change.before, change.after) ?? ['']).map((locale) => (
                <p key={locale} className={classes.values}>
                  {locale && <span className={classes.locale}>{locale}</span>}
                  {sideOf(change.before, locale) !== undefined && (
                    <>
                      <del>
                        <span className={classes.unseen}>{t('before')} </span>
                        <ChangeValue value={change.before} locale={locale} definition={before} />
                      </del>
                      <span aria-hidden> → </span>
                    </>
                  )}
                  <ins>
                    <span className={classes.unseen}>{t('after')} </span>
                    <ChangeValue value={change.after} locale={locale} definition={after} />
                  </ins>
                </p>
              ))}
          </div>
        </li>
      ))}
    </ul>
  )
}
