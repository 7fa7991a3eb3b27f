import { useTranslations } from 'next-intl'
import type { Problem } from '@/domain/survey/edit/problem'

/** What is wrong, in words. */
export const useProblemWords = () => {
  const t = useTranslations('editor.problem')
  return ({ code, about }: Problem): string => t(code, { about: about ?? '' })
}
