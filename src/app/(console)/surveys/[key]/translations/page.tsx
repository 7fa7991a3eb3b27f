import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { remember } from '@/domain/survey/edit/remember'
import { openDraft } from '@/pipeline/design/save-draft-edits'
import { getSurveyVersions } from '@/pipeline/design/survey-programme'
import { ClientWords } from '../../../_shell/client-words'
import { TranslationEditor } from './_components/translation-editor'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('translations'))('title') })

export default async function TranslationsPage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId, memberId } = await requirePermission('programme.write')
  const { key } = await params
  const [opened, versions, locale] = await Promise.all([
    openDraft(organizationId, key),
    getSurveyVersions(organizationId, key),
    getLocale(),
  ])
  if (!opened) notFound()
  return (
    <ClientWords of={['editor', 'translations', 'versions', 'conditions', 'metrics', 'category', 'topics', 'channels']}>
      <TranslationEditor
        surveyKey={key}
        scope={`${organizationId}/${memberId}`}
        draft={opened.draft}
        revision={opened.revision}
        published={remember((versions ?? []).map(({ version, definition }) => ({ number: version, definition })))}
        locale={locale}
      />
    </ClientWords>
  )
}
