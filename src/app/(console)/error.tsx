'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Empty } from '@/components/ui/empty'

/** A page that broke: what to do, and the number under which the log knows it. */
export default function ConsoleError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const t = useTranslations('problem')
  return (
    <Empty isPage title={t('broken')} action={<Button onClick={reset}>{t('again')}</Button>}>
      <p>{t('brokenHint')}</p>
      {error.digest && <p>{t('digest', { digest: error.digest })}</p>}
    </Empty>
  )
}
