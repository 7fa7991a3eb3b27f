import { getTranslations } from 'next-intl/server'
import { listHref } from '@/components/format/list-href'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Pager } from '@/components/ui/pager'
import { localize } from '@/domain/localized'
import { findAlerts, type RuleSummary } from '@/pipeline/alert/find-alerts'
import { FilterSelect } from '../../_filters/filter-select'
import filters from '../../_filters/filters.module.css'
import { LiveRefresh } from '../../_live/live-refresh'
import { AlertList } from './alert-list'
import classes from './alerts.module.css'
import { OverBudget } from './over-budget'

type Search = { severity: string | null; rule: string | null; cursor: string | null }

const severities = ['critical', 'high', 'medium', 'low'] as const

export const FiredAlerts = async (props: {
  organizationId: string
  rules: readonly RuleSummary[]
  search: Search
  locale: string
}) => {
  const { organizationId, rules, locale, search } = props
  const { severity, rule, cursor } = search
  const [t, severityName, page] = await Promise.all([
    getTranslations('alerts'),
    getTranslations('severity'),
    findAlerts({ organizationId, limit: 50, severity: severity ?? undefined, rule: rule ?? undefined, cursor }),
  ])
  const current = { severity, rule, cursor }
  return (
    <>
      <div className={classes.tools}>
        <div className={filters.bar}>
          <FilterSelect
            name="severity"
            label={t('severity')}
            all={t('allSeverities')}
            choices={severities.map((value) => ({ value, label: severityName(value) }))}
          />
          {rules.length > 1 && (
            <FilterSelect
              name="rule"
              label={t('rule')}
              all={t('allRules')}
              choices={rules.map(({ key, definition }) => ({ value: key, label: localize(definition.name, locale) }))}
            />
          )}
        </div>
        {!cursor && <LiveRefresh types={['alert']} />}
      </div>
      {!cursor && <OverBudget organizationId={organizationId} />}
      <Card isFlush>
        {page.items.length > 0 ? (
          <AlertList alerts={page.items} locale={locale} />
        ) : (
          <Empty title={severity || rule ? t('noneFit') : t('none')}>
            {rules.length === 0 ? t('noRulesHint') : t('noneHint')}
          </Empty>
        )}
      </Card>
      <Pager
        first={cursor ? listHref('/alerts', current, { cursor: null }) : null}
        next={page.nextCursor ? listHref('/alerts', current, { cursor: page.nextCursor }) : null}
      />
    </>
  )
}
