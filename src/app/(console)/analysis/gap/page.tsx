import type { Metadata } from 'next'
import Link from 'next/link'
import { getFormatter, getLocale, getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { requirePermission } from '@/auth/session'
import { PictureLines } from '@/components/charts/picture-context'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { localDay } from '@/domain/analysis/local-day'
import { resolvePeriod } from '@/domain/analysis/period'
import { isFailure } from '@/domain/errors'
import { localize } from '@/domain/localized'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { daysInWords } from '../../_filters/days-in-words'
import { FilterSelect } from '../../_filters/filter-select'
import filters from '../../_filters/filters.module.css'
import { PeriodFilter } from '../../_filters/period-filter'
import { loadView } from '../../_filters/search-params'
import { ActCard } from './_components/act-card'
import { AgainCard } from './_components/again-card'
import { CompareCard } from './_components/compare-card'
import classes from './_components/gap.module.css'
import { HiddenGaps } from './_components/hidden-gaps'
import { IdealCard } from './_components/ideal-card'
import { KeyCard } from './_components/key-card'
import { readIdeals } from './_components/read-ideals'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('gap'))('title') })

/** The experience gap in its seven steps, from what customers answered to gap questions. */
export default async function GapPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('analysis.read')
  const asked = await searchParams
  const [t, locale, view] = await Promise.all([getTranslations('gap'), getLocale(), loadView(asked)])
  const { organizationId, timeZone } = member
  const period = resolvePeriod(view, localDay(new Date(), timeZone))
  const ideals = readIdeals(asked)
  const [{ surveys, survey, gaps, hidden }, scored] = await Promise.all([
    getExperienceGap({ organizationId, timeZone, period, survey: view.survey ?? undefined, ideals }),
    scoreTouchpoints({ organizationId, ...period }),
  ])
  // Nothing is narrowed to, so rollups answer, and they have no time limit.
  if (isFailure(scored)) throw new Error(scored.detail)
  return (
    <div>
      <PageHeader title={t('title')} lead={t('lead')}>
        {survey && (
          <div className={filters.bar}>
            <PeriodFilter from={period.from} to={period.to} isCustom={view.period === 'custom'} />
            {surveys.length > 1 && (
              <FilterSelect
                name="survey"
                label={t('survey')}
                fallback={surveys[0]?.key ?? ''}
                choices={surveys.map(({ key, title }) => ({ value: key, label: localize(title, locale) }))}
              />
            )}
          </div>
        )}
      </PageHeader>
      {!survey && (
        <Empty title={t('noSurvey')} action={<Link href="/surveys/templates">{t('toTemplates')}</Link>}>
          {t('noSurveyText')}
        </Empty>
      )}
      {survey && gaps.length === 0 && !hidden && <Empty title={t('noAnswers')}>{t('noAnswersText')}</Empty>}
      {hidden && <HiddenGaps questions={hidden.questions} least={hidden.least} locale={locale} />}
      {survey && gaps.length > 0 && (
        <div className={classes.steps}>
          <PictureLines lines={[localize(survey.title, locale), daysInWords(await getFormatter(), period)]}>
            <CompareCard gaps={gaps} locale={locale} />
          </PictureLines>
          <div className={classes.column}>
            <KeyCard gaps={gaps} locale={locale} />
            <IdealCard gaps={gaps} ideals={ideals} view={view} locale={locale} />
          </div>
          <div className={classes.column}>
            <ActCard gaps={gaps} touchpoints={scored} survey={survey.key} locale={locale} />
            <AgainCard gaps={gaps} locale={locale} />
          </div>
        </div>
      )}
    </div>
  )
}
