'use client'

import { ActionIcon, Drawer } from '@mantine/core'
import { Menu as MenuIcon } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Nav } from './nav'
import type { NavKey } from './nav-items'
import classes from './shell.module.css'
import { Wordmark } from './wordmark'

type PhoneBarProps = { allowed: readonly NavKey[]; openCases: number; foot: ReactNode }

export const PhoneBar = ({ allowed, openCases, foot }: PhoneBarProps) => {
  const t = useTranslations('shell')
  const [isOpen, setOpen] = useState(false)
  return (
    <header className={classes.phoneBar}>
      <Link prefetch={false} href="/" className={classes.brand}>
        <Wordmark />
      </Link>
      <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('openMenu')} onClick={() => setOpen(true)}>
        <MenuIcon size={20} strokeWidth={1.5} aria-hidden />
      </ActionIcon>
      <Drawer
        opened={isOpen}
        onClose={() => setOpen(false)}
        position="right"
        size={280}
        title={<Wordmark />}
        closeButtonProps={{ 'aria-label': t('closeMenu') }}
        classNames={{ body: classes.drawerBody ?? '' }}
      >
        <Nav allowed={allowed} openCases={openCases} onNavigate={() => setOpen(false)} />
        {foot}
      </Drawer>
    </header>
  )
}
