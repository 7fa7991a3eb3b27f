'use client'

import { Button, Textarea } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** Where a list or a piece of a spreadsheet is put in. */
export const PasteOptions = ({ onPaste }: { onPaste: (text: string) => void }) => {
  const t = useTranslations('editor.options')
  const [text, setText] = useState('')
  return (
    <div>
      <Textarea
        size="sm"
        label={t('pasteLabel')}
        description={t('pasteHint')}
        autosize
        minRows={4}
        maxRows={12}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autoFocus
      />
      <Button mt={8} size="compact-sm" disabled={text.trim() === ''} onClick={() => onPaste(text)}>
        {t('pasteDo')}
      </Button>
    </div>
  )
}
