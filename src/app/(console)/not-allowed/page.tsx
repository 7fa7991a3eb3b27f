import { getTranslations } from 'next-intl/server'
import { requireMember } from '@/auth/session'
import { Empty } from '@/components/ui/empty'

export default async function NotAllowedPage() {
  const [t] = await Promise.all([getTranslations('problem'), requireMember()])
  return (
    <Empty isPage title={t('notAllowed')}>
      {t('notAllowedHint')}
    </Empty>
  )
}
