import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'

type SurveyTabsProps = { surveyKey: string; current: 'survey' | 'share'; mayDesign: boolean }

/** The screens of one survey. */
export const SurveyTabs = ({ surveyKey, current, mayDesign }: SurveyTabsProps) => {
  const t = useTranslations('surveyTabs')
  return (
    <TabLinks
      label={t('label')}
      tabs={[
        { href: `/surveys/${surveyKey}`, label: t('survey'), isCurrent: current === 'survey' },
        ...(mayDesign ? [{ href: `/surveys/${surveyKey}/edit`, label: t('edit'), isCurrent: false }] : []),
        { href: `/surveys/${surveyKey}/share`, label: t('share'), isCurrent: current === 'share' },
      ]}
    />
  )
}
