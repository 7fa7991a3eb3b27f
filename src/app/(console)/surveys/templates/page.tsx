import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { phases } from '@/domain/schemas'
import { listTemplates } from '@/pipeline/design/templates'
import classes from './_components/template.module.css'
import { TemplateCard } from './_components/template-card'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('templates'))('title') })

export default async function TemplatesPage() {
  const { role } = await requirePermission('programme.read')
  const [t, surveys, phase, templates] = await Promise.all([
    getTranslations('templates'),
    getTranslations('surveys'),
    getTranslations('phases'),
    listTemplates(),
  ])
  const mayDesign = can(role, 'programme.write')
  return (
    <div>
      <PageHeader back={{ href: '/surveys', label: surveys('title') }} title={t('title')} lead={t('lead')} />
      {phases.map((name) => (
        <section key={name} aria-labelledby={`phase-${name}`}>
          <h2 id={`phase-${name}`} className={classes.phase}>
            {phase(name)}
          </h2>
          <div className={classes.gallery}>
            {templates
              .filter(({ touchpoint }) => touchpoint.phase === name)
              .map((template) => (
                <TemplateCard key={template.key} template={template} mayDesign={mayDesign} />
              ))}
          </div>
        </section>
      ))}
    </div>
  )
}
