'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import classes from './export-menu.module.css'

type TableToggleProps = { isTable: boolean; setTable: (isTable: boolean) => void }

/** Shows a chart's numbers as a table, and back. */
export const TableToggle = ({ isTable, setTable }: TableToggleProps) => {
  const t = useTranslations('charts')
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      color="gray"
      className={classes.toggle}
      onClick={() => setTable(!isTable)}
      aria-pressed={isTable}
    >
      {isTable ? t('asChart') : t('asTable')}
    </Button>
  )
}
