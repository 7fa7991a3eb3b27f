'use client'

import { Button } from '@mantine/core'
import { Printer } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FilterSelect } from '@/app/(console)/_filters/filter-select'
import classes from './print.module.css'

const step = 100
/** In ms: longer than what is looked for answer by answer may take. */
const longest = 25_000

/** Until every widget is there, so that none is printed while it is on its way. */
const whenDrawn = async (): Promise<void> => {
  for (let waited = 0; waited < longest && document.querySelector('[data-waiting]'); waited += step)
    await new Promise((go) => setTimeout(go, step))
}

/** Which paper, and the way to the browser's own print dialog, which saves as PDF too. It isn't printed. */
export const PrintBar = ({ back }: { back: string }) => {
  const t = useTranslations('dashboards')
  const [isWaiting, setIsWaiting] = useState(false)
  const print = async () => {
    setIsWaiting(true)
    await whenDrawn()
    setIsWaiting(false)
    window.print()
  }
  return (
    <nav className={classes.bar} aria-label={t('print')}>
      <Link prefetch={false} href={back}>
        {t('leave')}
      </Link>
      <FilterSelect
        name="size"
        label={t('paper')}
        fallback="a4"
        choices={[
          { value: 'a4', label: 'A4' },
          { value: 'letter', label: 'Letter' },
        ]}
      />
      <FilterSelect
        name="turn"
        label={t('turn')}
        fallback="landscape"
        choices={[
          { value: 'landscape', label: t('landscape') },
          { value: 'portrait', label: t('portrait') },
        ]}
      />
      <Button loading={isWaiting} leftSection={<Printer size={16} strokeWidth={1.5} aria-hidden />} onClick={() => void print()}>
        {t('printNow')}
      </Button>
    </nav>
  )
}
