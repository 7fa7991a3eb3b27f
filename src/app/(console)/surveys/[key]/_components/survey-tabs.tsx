import { useTranslations } from 'next-intl'
import { TabLinks } from '@/components/ui/tab-links'

type SurveyTabsProps = { surveyKey: string; current: 'survey' | 'share'; mayDesign: boolean }

/** The screens of one survey. */
export const SurveyTabs = ({ surveyKey, current }: SurveyTabsProps) => {
  const t = useTranslations('surveyTabs')
  return (
    <TabLinks
      label={t('label')}
      tabs={[
        { href: `/surveys/${surveyKey}`, label: t('survey'), isCurrent: current === 'survey' },
        { href: `/surveys/${surveyKey}/share`, label: t('share'), isCurrent: current === 'share' },
      ]}
    />
  )
}
