'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'

type DashboardMenuProps = { id: string; name: string; mayChange: boolean; onCopy: () => void; onRemove: () => void }

export const DashboardMenu = ({ id, name, mayChange, onCopy, onRemove }: DashboardMenuProps) => {
  const t = useTranslations('dashboardEdit')
  const go = (path: string) => ({ component: Link, prefetch: false, href: `/dashboards/${id}/${path}` }) as const
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('menuOf', { name })}>
          <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {mayChange && <Menu.Item {...go('edit')}>{t('edit')}</Menu.Item>}
        <Menu.Item {...go('wall')}>{t('wall')}</Menu.Item>
        <Menu.Item {...go('print')}>{t('print')}</Menu.Item>
        <Menu.Item onClick={onCopy}>{t('duplicate')}</Menu.Item>
        {mayChange && <Menu.Item onClick={onRemove}>{t('remove')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  )
}
