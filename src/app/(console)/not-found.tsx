import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'

export default async function ConsoleNotFound() {
  const t = await getTranslations('problem')
  return (
    <Empty title={t('notFound')} action={<Link href="/">{t('toOverview')}</Link>}>
      {t('notFoundHint')}
    </Empty>
  )
}
