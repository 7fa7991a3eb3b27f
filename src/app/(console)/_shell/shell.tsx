import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { can } from '@/auth/permissions'
import { CommandPalette } from '../_palette/command-palette'
import { fixedCommands } from '../_palette/commands'
import { PaletteButton } from '../_palette/palette-button'
import { LanguageSwitch } from './language-switch'
import { MemberMenu } from './member-menu'
import { Nav } from './nav'
import { navItems } from './nav-items'
import { PhoneBar } from './phone-bar'
import { SchemeSwitch } from './scheme-switch'
import classes from './shell.module.css'
import { Wordmark } from './wordmark'

type ShellProps = {
  member: { name: string; email: string; role: string }
  organization: string
  openCases: number
  children: ReactNode
}

export const Shell = async ({ member, organization, openCases, children }: ShellProps) => {
  const [t, roles] = await Promise.all([getTranslations('shell'), getTranslations('roles')])
  const allowed = navItems.filter(({ permission }) => can(member.role, permission)).map(({ key }) => key)
  const foot = (
    <div className={classes.foot}>
      <div className={classes.tools}>
        <LanguageSwitch />
        <SchemeSwitch />
        <PaletteButton />
      </div>
      <MemberMenu
        name={member.name}
        email={member.email}
        role={roles.has(member.role as 'admin') ? roles(member.role as 'admin') : member.role}
      />
    </div>
  )
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        {t('skip')}
      </a>
      <aside className={classes.side}>
        <Link prefetch={false} href="/" className={classes.brand}>
          <Wordmark />
        </Link>
        <p className={classes.organization}>{organization}</p>
        <Nav allowed={allowed} openCases={openCases} />
        {foot}
      </aside>
      <PhoneBar allowed={allowed} openCases={openCases} foot={foot} />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <CommandPalette commands={fixedCommands(member.role)} />
    </div>
  )
}
