'use client'

import { Menu } from '@mantine/core'
import { ChevronsUpDown, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { initialsOf } from '@/components/ui/initials'
import { signOut } from './actions'
import classes from './shell.module.css'

type MemberMenuProps = { name: string; email: string; role: string }

export const MemberMenu = ({ name, email, role }: MemberMenuProps) => {
  const t = useTranslations('shell')
  return (
    <Menu position="top-start" width={220} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.member} aria-label={t('memberMenu', { name })}>
          <span className={classes.face} aria-hidden>
            {initialsOf(name)}
          </span>
          <span className={classes.memberName}>
            <span>{name}</span>
            <small>{role}</small>
          </span>
          <ChevronsUpDown size={14} strokeWidth={1.5} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{email}</Menu.Label>
        <Menu.Item leftSection={<LogOut size={16} strokeWidth={1.5} aria-hidden />} onClick={() => signOut()}>
          {t('signOut')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
