'use client'

import { ActionIcon, Menu } from '@mantine/core'
import { Ellipsis } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MemberRow } from '@/pipeline/design/find-people'
import type { RunMember } from '../_components/use-member-action'
import { inviteAgain, readInviteLink, switchOn, withdrawInvite } from './actions'
import type { OpenMember } from './member-dialogs'

type MemberMenuProps = {
  member: MemberRow
  standing: 'off' | 'active' | 'invited' | 'mailOnly'
  isOwn: boolean
  run: RunMember
  onOpen: (open: OpenMember) => void
  onLink: (url: string) => void
}

/** What can be done about one member. */
export const MemberMenu = ({ member, standing, isOwn, run, onOpen, onLink }: MemberMenuProps) => {
  const t = useTranslations('people')
  const { id, name, email } = member
  const hasDuties = member.touchpoints + member.openCases > 0
  return (
    <Menu position="bottom-end" width={230} withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" size={32} aria-label={t('menu', { name })}>
          <Ellipsis size={17} strokeWidth={1.5} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {standing === 'off' ? (
          <Menu.Item onClick={() => run(t('done.on', { name }), () => switchOn(id))}>{t('switchOn')}</Menu.Item>
        ) : (
          <Menu.Item onClick={() => onOpen({ kind: 'edit', member })}>{t('edit')}</Menu.Item>
        )}
        {standing === 'invited' && (
          <>
            <Menu.Item onClick={() => run(t('done.invited', { email }), () => inviteAgain(id))}>{t('inviteAgain')}</Menu.Item>
            <Menu.Item
              onClick={() =>
                run(
                  t('done.link', { name }),
                  () => readInviteLink(id),
                  (result) => 'url' in result && result.url && onLink(result.url),
                )
              }
            >
              {t('showLink')}
            </Menu.Item>
            <Menu.Item onClick={() => run(t('done.withdrawn', { email }), () => withdrawInvite(id))}>{t('withdraw')}</Menu.Item>
          </>
        )}
        {standing !== 'off' && <Menu.Item onClick={() => onOpen({ kind: 'away', member })}>{t('away')}</Menu.Item>}
        {standing !== 'off' && <Menu.Item onClick={() => onOpen({ kind: 'hours', member })}>{t('hours')}</Menu.Item>}
        {hasDuties && <Menu.Item onClick={() => onOpen({ kind: 'handOver', member })}>{t('handOver')}</Menu.Item>}
        {standing !== 'off' && standing !== 'invited' && !isOwn && (
          <Menu.Item onClick={() => onOpen({ kind: 'switchOff', member })}>{t('switchOff')}</Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
