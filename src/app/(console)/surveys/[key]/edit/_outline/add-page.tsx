'use client'

import { Button } from '@mantine/core'
import { FilePlus2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { addPage } from '@/domain/survey/edit/blank'
import { pagesOf } from '@/domain/survey/edit/places'
import { useEditor } from '../_store/use-editor'

/** A new page behind the last one. */
export const AddPage = memo(() => {
  const t = useTranslations('editor.outline')
  const editor = useEditor()
  const add = (): void => {
    const { draft } = editor.get().session
    const pages = pagesOf(draft)
    const added = addPage(draft, pages.at(-1)?.key ?? null)
    editor.perform(added.operations, { focus: ['page', added.key] })
    editor.select(['page', added.key])
    editor.say({ about: 'added', text: t('page', { number: pages.length + 1 }) })
  }
  return (
    <Button size="compact-sm" variant="subtle" color="gray" leftSection={<FilePlus2 size={15} strokeWidth={1.5} />} onClick={add}>
      {t('addPage')}
    </Button>
  )
})
