'use client'

import { Button } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { KindMenu } from './kind-menu'
import { useCommands } from './use-commands'

/** A new question of a kind, behind what is selected. */
export const AddQuestion = memo(() => {
  const t = useTranslations('editor.add')
  const commands = useCommands()
  return (
    <KindMenu
      label={t('question')}
      onChoose={commands.add}
      target={(toggle) => (
        <Button
          size="compact-sm"
          variant="light"
          leftSection={<Plus size={15} strokeWidth={1.5} />}
          onClick={toggle}
          data-add-question
        >
          {t('question')}
        </Button>
      )}
    />
  )
})
