import { useTranslations } from 'next-intl'
import { HiddenNumber } from './hidden-number'

/** In the place of a number or a chart of nothing: nobody answered, or those who did are too few to be told of (`hidden`: fewer than so many). */
export const NoNumber = ({ hidden }: { hidden: number | undefined }) => {
  const t = useTranslations('charts')
  return hidden === undefined ? t('noAnswers') : <HiddenNumber least={hidden} />
}
