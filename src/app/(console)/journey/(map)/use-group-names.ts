import { useTranslations } from 'next-intl'
import type { Lens } from '@/domain/analysis/lens'

/** What the groups of a lens are called. */
export const useGroupNames = (lens: Lens): ((key: string) => string) => {
  const t = useTranslations('journey')
  const dimensions = useTranslations('dimensions')
  const modules = useTranslations('modules')
  if (lens === 'standard') return (key) => t(`group.${key as 'met'}`)
  if (lens === 'dimension') return (key) => (key === 'none' ? t('noDimension') : dimensions(key as 'product'))
  return (key) => (key === 'none' ? t('noModule') : modules(key as 'sense'))
}
