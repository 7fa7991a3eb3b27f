import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'

export default async function ConsoleNotFound() {
  const t = await getTranslations('problem')
  return (
    <Empty
      isPage
      title={t('notFound')}
      action={
        <Link prefetch={false} href="/">
          {t('toOverview')}
        </Link>
      }
    >
      {t('notFoundHint')}
    </Empty>
  )
}
