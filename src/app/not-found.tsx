import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Empty } from '@/components/ui/empty'

export default async function NotFound() {
  const t = await getTranslations('problem')
  return (
    <main>
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
    </main>
  )
}
