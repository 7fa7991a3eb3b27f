'use client'

import { Button, Popover, SegmentedControl } from '@mantine/core'
import { Tag } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { SelectPage, useSelection } from '../../_components/selection'
import { TagForm } from '../_tags/tag-form'
import { TagSaid } from '../_tags/tag-said'
import { type TagKind, useTagging } from '../_tags/use-tagging'
import classes from './responses.module.css'

/** Puts a tag on what is selected, or on everything that the filters find, or takes it off. */
export const SelectBar = ({ known, hasMore }: { known: readonly string[]; hasMore: boolean }) => {
  const t = useTranslations('responses')
  const tags = useTranslations('tags')
  const parameters = useSearchParams()
  const { selected, ids } = useSelection()
  const [isOpen, setOpen] = useState(false)
  const [kind, setKind] = useState<TagKind>('add')
  const [isAll, setAll] = useState(false)
  const { isPending, said, change, undo } = useTagging()
  const target = isAll ? { search: Object.fromEntries(parameters) } : { ids: selected }
  return (
    <div className={classes.bar}>
      <SelectPage label={selected.length > 0 ? t('selected', { count: selected.length }) : t('selectPage')} />
      <Popover opened={isOpen} onChange={setOpen} position="bottom-start" width={340} trapFocus withinPortal>
        <Popover.Target>
          <Button
            variant="default"
            size="xs"
            leftSection={<Tag size={14} strokeWidth={1.5} aria-hidden />}
            aria-haspopup="dialog"
            aria-expanded={isOpen}
            onClick={() => {
              setAll(selected.length === 0)
              setOpen(!isOpen)
            }}
          >
            {tags('open')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={tags('open')}>
          <div className={classes.tagPanel}>
            <SegmentedControl
              fullWidth
              aria-label={tags('which')}
              value={isAll ? 'all' : 'selected'}
              onChange={(value) => setAll(value === 'all')}
              data={[
                { value: 'selected', label: t('selected', { count: selected.length }), disabled: selected.length === 0 },
                { value: 'all', label: hasMore ? t('allFound') : t('allFoundCount', { count: ids.length }) },
              ]}
            />
            <SegmentedControl
              fullWidth
              aria-label={tags('what')}
              value={kind}
              onChange={(value) => setKind(value === 'remove' ? 'remove' : 'add')}
              data={[
                { value: 'add', label: tags('add') },
                { value: 'remove', label: tags('remove') },
              ]}
            />
            <TagForm
              known={known}
              isPending={isPending}
              label={tags(kind)}
              onChoose={(name, done) =>
                change(target, kind, name, () => {
                  done()
                  setOpen(false)
                })
              }
            />
            {isAll && <p className={classes.hint}>{tags('bounded')}</p>}
          </div>
        </Popover.Dropdown>
      </Popover>
      <TagSaid said={said} undo={undo} isPending={isPending} />
    </div>
  )
}
