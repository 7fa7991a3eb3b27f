import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Estimate } from '@/components/ui/estimate'
import { numberCell, Table } from '@/components/ui/table'
import { groupBy } from '@/domain/analysis/lens'
import { localize } from '@/domain/localized'
import type { MappedTouchpoint } from '@/pipeline/analyze/get-journey-map'
import type { MeasuredQuestion } from '@/pipeline/analyze/get-tagged-questions'
import classes from './lens.module.css'
import { useGroupNames } from './use-group-names'

type LensTableProps = {
  lens: 'dimension' | 'module'
  touchpoints: readonly MappedTouchpoint[]
  questions: readonly MeasuredQuestion[]
  locale: string
}

/** Each dimension or module: its touchpoints' standards and cases, and what customers answered to the questions about it. */
export const LensTable = ({ lens, touchpoints, questions, locale }: LensTableProps) => {
  const t = useTranslations('journey')
  const nameOf = useGroupNames(lens)
  const groups = groupBy(lens, touchpoints)
  const asked = questions.map(({ tag }) => tag).filter((tag) => !groups.some(({ key }) => key === tag))
  const rows = [...groups, ...[...new Set(asked)].map((key) => ({ key, touchpoints: [] }))].filter(({ key }) => key !== 'none')
  const head = [
    { key: 'group', label: t(`lensTable.${lens}`) },
    { key: 'touchpoints', label: t('touchpoints'), isNumber: true },
    { key: 'met', label: t('standardsMet'), isNumber: true },
    { key: 'cases', label: t('openCasesNow'), isNumber: true },
    { key: 'questions', label: t('questions') },
  ]
  return (
    <Card title={t(`lensTable.${lens}`)} className={classes.card} isFlush>
      {rows.length === 0 && <p className={classes.empty}>{t('untagged')}</p>}
      {rows.length > 0 && (
        <Table label={t(`lensTable.${lens}`)} head={head} isList>
          {rows.map(({ key, touchpoints: own }) => {
            const judged = own.flatMap(({ standing }) => standing ?? [])
            const about = questions.filter(({ tag }) => tag === key)
            return (
              <tr key={key}>
                <td>{nameOf(key)}</td>
                <td className={numberCell}>{own.length}</td>
                <td className={numberCell}>
                  {t('metOf', { met: judged.filter(({ isMet }) => isMet).length, count: judged.length })}
                </td>
                <td className={numberCell}>{own.reduce((sum, { openCases }) => sum + openCases, 0)}</td>
                <td>
                  {about.length === 0 && <span className={classes.quiet}>{t('noQuestions')}</span>}
                  <ul className={classes.questions}>
                    {about.map((one) => (
                      <li key={`${one.survey} ${one.key}`}>
                        <Link prefetch={false} href={`/surveys/${one.survey}`} title={localize(one.surveyTitle, locale)}>
                          {localize(one.text, locale)}
                        </Link>{' '}
                        <Estimate kind={one.kind} summary={one.summary} />{' '}
                        {one.kind === 'mean' && <small>{t('questionScale', one.range)}</small>}
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            )
          })}
        </Table>
      )}
    </Card>
  )
}
