'use client'

import { Button, Menu } from '@mantine/core'
import { Bookmark, Users } from 'lucide-react'
import Link from 'next/link'
import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { listHref } from '@/components/format/list-href'
import type { SavedView } from '@/pipeline/analyze/find-saved-views'
import classes from './filters.module.css'
import { ManageViews } from './manage-views'
import { SaveView } from './save-view'
import { type Screen, screens } from './screens'

type SavedMenuProps = { screen: Screen; views: readonly SavedView[]; mayTidy: boolean }

/** What was kept: segments narrow this screen by their condition, views open it as it was. Conditions don’t narrow cases. */
export const SavedMenu = ({ screen, views, mayTidy }: SavedMenuProps) => {
  const t = useTranslations('filters.saved')
  const current = Object.fromEntries(useSearchParams())
  const [dialog, setDialog] = useState<'segment' | 'view' | 'manage'>()
  const path = screens[screen]
  const close = () => setDialog(undefined)
  const hrefOf = ({ kind, parameters }: SavedView): string =>
    kind === 'segment'
      ? listHref(path, current, { where: parameters.where ?? null, cursor: null })
      : listHref(path, parameters, {})
  const groups = [
    { name: 'segments', items: screen === 'cases' ? [] : views.filter(({ kind }) => kind === 'segment') },
    { name: 'views', items: views.filter(({ kind }) => kind === screen) },
  ] as const
  return (
    <>
      <Menu position="bottom-start" width={280} withinPortal>
        <Menu.Target>
          <Button variant="default" leftSection={<Bookmark size={16} strokeWidth={1.5} aria-hidden />} className={classes.more}>
            {t('title')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
          {groups.map(
            ({ name, items }) =>
              items.length > 0 && [
                <Menu.Label key={name}>{t(name)}</Menu.Label>,
                ...items.map((view) => (
                  <Menu.Item
                    key={view.id}
                    component={Link}
                    prefetch={false}
                    href={hrefOf(view)}
                    rightSection={
                      view.isShared && <Users size={14} strokeWidth={1.5} aria-label={t('sharedBy', { name: view.owner })} />
                    }
                  >
                    {view.name}
                  </Menu.Item>
                )),
              ],
          )}
          {views.length > 0 && <Menu.Divider />}
          <Menu.Item onClick={() => setDialog('view')}>{t('saveView')}</Menu.Item>
          {current.where && <Menu.Item onClick={() => setDialog('segment')}>{t('saveSegment')}</Menu.Item>}
          {views.length > 0 && <Menu.Item onClick={() => setDialog('manage')}>{t('manage')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {(dialog === 'view' || dialog === 'segment') && (
        <SaveView kind={dialog === 'segment' ? 'segment' : screen} current={current} onClose={close} />
      )}
      {dialog === 'manage' && <ManageViews views={views} mayTidy={mayTidy} onClose={close} />}
    </>
  )
}
