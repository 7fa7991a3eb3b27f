import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { Empty } from './ui/empty'

/** What isn't there, or isn't this organization's: the two look the same. */
export const NotFoundNotice = async () => {
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
