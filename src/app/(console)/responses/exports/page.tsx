import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { tellExport } from '@/app/api/_machine/tell-export'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { PageHeader } from '@/components/ui/page-header'
import { findExports, listExportRecords } from '@/pipeline/analyze/find-exports'
import { ExportList } from '../_exports/export-list'
import { ExportRecord } from '../_exports/export-record'
import classes from '../_exports/exports.module.css'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('exports'))('title') })

/** So many stand on the page; the files of older ones are gone. */
const limit = 50

export default async function ExportsPage() {
  const { organizationId, email, role } = await requirePermission('responses.export')
  const mayAudit = can(role, 'members.write')
  const [t, responses, locale, { items }, records] = await Promise.all([
    getTranslations('exports'),
    getTranslations('responses'),
    getLocale(),
    findExports({ organizationId, by: email }, { limit }),
    mayAudit ? listExportRecords(organizationId, limit) : [],
  ])
  return (
    <div>
      <PageHeader title={t('title')} lead={t('lead')} back={{ href: '/responses', label: responses('title') }} />
      <div className={classes.stack}>
        <Card isFlush>
          {items.length > 0 ? (
            <ExportList initial={items.map(tellExport)} />
          ) : (
            <Empty title={t('none')} action={<ButtonLink href="/responses">{t('toResponses')}</ButtonLink>}>
              {t('noneHint')}
            </Empty>
          )}
        </Card>
        {records.length > 0 && (
          <Card title={t('record')} aside={t('recordAside')} isFlush>
            <ExportRecord records={records} locale={locale} />
          </Card>
        )}
      </div>
    </div>
  )
}
