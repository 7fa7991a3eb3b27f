'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { CopyField } from '@/components/ui/copy-field'
import { mutedCell, Table, tightCell } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { MemberRow, People } from '@/pipeline/design/find-people'
import { RefusedMark } from '../../_components/refused-mark'
import { Duties } from '../_components/duties'
import classes from '../_components/people.module.css'
import { Said } from '../_components/said'
import { useMemberAction } from '../_components/use-member-action'
import { AwayWords } from './away-words'
import { MemberDialogs, type OpenMember } from './member-dialogs'
import { MemberMenu } from './member-menu'

/** How a member stands: invited and not come yet, able to sign in, told by mail only, or switched off. */
export const standingOf = ({ isActive, hasPassword, invitedAt }: MemberRow) =>
  !isActive ? 'off' : hasPassword ? 'active' : invitedAt ? 'invited' : 'mailOnly'

type MemberListProps = { people: People; own: string; mayWrite: boolean; locale: string; timeZone: string }

export const MemberList = ({ people, own, mayWrite, locale, timeZone }: MemberListProps) => {
  const t = useTranslations('people')
  const roles = useTranslations('roles')
  const { isPending, said, run } = useMemberAction()
  const [open, setOpen] = useState<OpenMember | null>(null)
  const [link, setLink] = useState<string | null>(null)
  const columns = ['name', 'email', 'role', 'teams', 'answersFor', 'state'] as const
  const head = [
    ...columns.map((key) => ({ key, label: t(`column.${key}`) })),
    ...(mayWrite ? [{ key: 'actions', label: t('column.actions') }] : []),
  ]
  return (
    <>
      <Said said={said} />
      {link && <CopyField label={t('link')} value={link} copy={t('copy')} copied={t('copied')} />}
      <Card
        title={t('members')}
        isFlush
        aside={
          mayWrite && (
            <Button size="xs" onClick={() => setOpen({ kind: 'invite' })}>
              {t('invite')}
            </Button>
          )
        }
      >
        <Table label={t('members')} head={head} isList>
          {people.members.map((member) => {
            const standing = standingOf(member)
            return (
              <tr key={member.id} data-off={standing === 'off' || undefined}>
                <td>
                  {member.name}
                  {member.id === own && <span className={classes.you}> {t('you')}</span>}
                </td>
                <td className={mutedCell}>
                  {member.email}
                  {member.refused && <RefusedMark address={member.email} refused={member.refused} mayClear={mayWrite} />}
                </td>
                <td className={tightCell}>{roles.has(member.role as 'admin') ? roles(member.role as 'admin') : member.role}</td>
                <td>{member.teams.map((team) => localize(team, locale)).join(', ')}</td>
                <td className={mutedCell}>
                  <Duties touchpoints={member.touchpoints} cases={member.openCases} />
                </td>
                <td className={`${mutedCell} ${tightCell}`}>
                  {t(`standing.${standing}`)}
                  {member.away && <AwayWords away={member.away} />}
                  {member.alertsPerDay !== null && (
                    <>
                      <br />
                      {t('ownBudget', { count: member.alertsPerDay })}
                    </>
                  )}
                  {(member.workingHours || member.timeZone) && (
                    <span className={classes.own}>
                      <br />
                      {member.workingHours ? t('ownHours') : t('ownZone')}
                      {member.timeZone && ` · ${member.timeZone}`}
                    </span>
                  )}
                </td>
                {mayWrite && (
                  <td>
                    <MemberMenu
                      member={member}
                      standing={standing}
                      isOwn={member.id === own}
                      run={run}
                      onOpen={setOpen}
                      onLink={setLink}
                    />
                  </td>
                )}
              </tr>
            )
          })}
        </Table>
      </Card>
      {open && (
        <MemberDialogs
          open={open}
          people={people}
          timeZone={timeZone}
          isPending={isPending}
          run={run}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
