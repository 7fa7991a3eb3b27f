import { useTranslations } from 'next-intl'

/** What somebody answers for; nothing where it is nothing. */
export const Duties = ({ touchpoints, cases }: { touchpoints: number; cases: number }) => {
  const t = useTranslations('people')
  return [touchpoints > 0 && t('dutyTouchpoints', { count: touchpoints }), cases > 0 && t('dutyCases', { count: cases })]
    .filter(Boolean)
    .join(' · ')
}
