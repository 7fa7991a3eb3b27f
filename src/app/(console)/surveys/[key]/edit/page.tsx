import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { manifest } from '@/collect/assets/manifest'
import { remember } from '@/domain/survey/edit/remember'
import { conditionNamespaces } from '@/i18n/client-messages'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { openDraft } from '@/pipeline/design/save-draft-edits'
import { getSurveyVersions } from '@/pipeline/design/survey-programme'
import { ClientWords } from '../../../_shell/client-words'
import { SurveyEditor } from './_bar/survey-editor'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('editor'))('title') })

const namespaces = [...conditionNamespaces, 'editor', 'survey', 'dimensions', 'versions', 'openInvitations'] as const

export default async function EditSurveyPage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId, memberId } = await requirePermission('programme.write')
  const { key } = await params
  const [opened, versions, options, locale] = await Promise.all([
    openDraft(organizationId, key),
    getSurveyVersions(organizationId, key),
    getFilterOptions(organizationId),
    getLocale(),
  ])
  if (!opened) notFound()
  const { css, kinds } = manifest()
  const styles = [css, ...new Set(Object.values(kinds).map((kind) => kind.css))].join('')
  return (
    <ClientWords of={namespaces}>
      <SurveyEditor
        surveyKey={key}
        scope={`${organizationId}/${memberId}`}
        draft={opened.draft}
        revision={opened.revision}
        versions={remember((versions ?? []).map(({ version, definition }) => ({ number: version, definition })))}
        touchpoints={options.touchpoints}
        reader={locale}
        styles={styles}
      />
    </ClientWords>
  )
}
