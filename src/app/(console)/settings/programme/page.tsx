import { Download } from 'lucide-react'
import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { PageHeader } from '@/components/ui/page-header'
import { localize } from '@/domain/localized'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { SettingsTabs } from '../_components/settings-tabs'
import { ImportCard } from './import-card'
import classes from './programme.module.css'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('programme'))('title') })

export default async function ProgrammePage() {
  const { organizationId, role } = await requirePermission('settings.read')
  const [t, settings, locale, { surveys }] = await Promise.all([
    getTranslations('programme'),
    getTranslations('settings'),
    getLocale(),
    getFilterOptions(organizationId),
  ])
  const icon = <Download size={15} strokeWidth={1.5} aria-hidden />
  return (
    <div>
      <PageHeader title={settings('title')} />
      <SettingsTabs current="programme" />
      <div className={classes.cards}>
        <Card title={t('exportTitle')}>
          <p className={classes.hint}>{t('exportHint')}</p>
          <a href="/settings/programme/export" className={classes.download} download>
            {icon} {t('exportYaml')}
          </a>
          {surveys.length > 0 && (
            <details className={classes.surveys}>
              <summary>{t('exportSurvey')}</summary>
              <ul>
                {surveys.map(({ key, title }) => (
                  <li key={key}>
                    <a href={`/settings/programme/export?survey=${encodeURIComponent(key)}`} download>
                      {localize(title, locale)} <span className={classes.hint}>({key}.json)</span>
                    </a>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </Card>
        {can(role, 'programme.write') && <ImportCard />}
      </div>
    </div>
  )
}
