'use client'

import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { Moon, Sun, SunMoon } from 'lucide-react'
import { useTranslations } from 'next-intl'
import classes from './shell.module.css'

const schemes = [
  { key: 'light', icon: Sun },
  { key: 'dark', icon: Moon },
  { key: 'auto', icon: SunMoon },
] as const

/** Which scheme is on is told by CSS alone: the server doesn't know it, and so nothing flickers when the page comes alive. */
export const SchemeSwitch = () => {
  const t = useTranslations('shell')
  const { setColorScheme } = useMantineColorScheme()
  return (
    <Menu position="top-start" width={160} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('scheme.label')} className={classes.tool}>
          <Sun size={17} strokeWidth={1.5} aria-hidden className={classes.whenLight} />
          <Moon size={17} strokeWidth={1.5} aria-hidden className={classes.whenDark} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {schemes.map(({ key, icon: Icon }) => (
          <Menu.Item key={key} leftSection={<Icon size={16} strokeWidth={1.5} aria-hidden />} onClick={() => setColorScheme(key)}>
            {t(`scheme.${key}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
