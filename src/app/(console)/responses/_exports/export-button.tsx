'use client'

import { Button, Popover } from '@mantine/core'
import { Download } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { ExportForm } from './export-form'

/** Opens the export of everything that the filters find. */
export const ExportButton = () => {
  const t = useTranslations('exports')
  const parameters = useSearchParams()
  const [isOpened, setOpened] = useState(false)
  const search = Object.fromEntries([...parameters].filter(([name]) => name !== 'cursor'))
  return (
    <Popover opened={isOpened} onChange={setOpened} position="bottom-start" width={340} trapFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          size="sm"
          leftSection={<Download size={15} strokeWidth={1.5} aria-hidden />}
          aria-haspopup="dialog"
          aria-expanded={isOpened}
          onClick={() => setOpened(!isOpened)}
        >
          {t('open')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('open')}>
        <ExportForm search={search} />
      </Popover.Dropdown>
    </Popover>
  )
}
