'use client'

import { Modal } from '@mantine/core'
import { useTranslations } from 'next-intl'
import type { MemberRow, People } from '@/pipeline/design/find-people'
import type { RunMember } from '../_components/use-member-action'
import { AbsenceForm } from './absence-form'
import { handOver, inviteMember, type MemberResult, saveAbsence, saveHours, saveMember, switchOff } from './actions'
import { HandOverForm } from './hand-over-form'
import { HoursForm } from './hours-form'
import { MemberForm } from './member-form'

export type OpenMember = { kind: 'invite' } | { kind: 'edit' | 'away' | 'hours' | 'handOver' | 'switchOff'; member: MemberRow }

type MemberDialogsProps = {
  open: OpenMember
  people: People
  timeZone: string
  isPending: boolean
  run: RunMember
  onClose: () => void
}

export const MemberDialogs = ({ open, people, timeZone, isPending, run, onClose }: MemberDialogsProps) => {
  const t = useTranslations('people')
  /** A form stays open when what it says was refused. */
  const closeIfDone = (result: MemberResult) => 'done' in result && onClose()
  const close = { opened: true, onClose, closeButtonProps: { 'aria-label': t('close') } }
  if (open.kind === 'invite')
    return (
      <Modal {...close} title={t('inviteTitle')}>
        <MemberForm
          isPending={isPending}
          onCancel={onClose}
          onSave={({ alertsPerDay: _, ...given }) =>
            run(t('done.invited', { email: given.email }), () => inviteMember(given), closeIfDone)
          }
        />
      </Modal>
    )
  const { member, kind } = open
  if (kind === 'edit')
    return (
      <Modal {...close} title={t('editTitle', { name: member.name })}>
        <MemberForm
          member={member}
          isPending={isPending}
          onCancel={onClose}
          onSave={({ email: _, locale: __, ...given }) =>
            run(t('done.saved', { name: given.name }), () => saveMember(member.email, given), closeIfDone)
          }
        />
      </Modal>
    )
  if (kind === 'away')
    return (
      <Modal {...close} title={t('awayTitle', { name: member.name })}>
        <AbsenceForm
          {...{ member, timeZone, isPending }}
          others={people.members.filter(({ id, isActive, role }) => isActive && role !== 'viewer' && id !== member.id)}
          onCancel={onClose}
          onSave={(absence) => run(t('done.saved', { name: member.name }), () => saveAbsence(member.id, absence), closeIfDone)}
        />
      </Modal>
    )
  if (kind === 'hours')
    return (
      <Modal {...close} title={t('hoursTitle', { name: member.name })}>
        <HoursForm
          {...{ member, timeZone, isPending }}
          onCancel={onClose}
          onSave={(hours) =>
            run(
              t('done.saved', { name: member.name }),
              () => saveHours({ email: member.email, name: member.name, role: member.role }, hours),
              closeIfDone,
            )
          }
        />
      </Modal>
    )
  return (
    <Modal {...close} title={t(`${kind}Title`, { name: member.name })}>
      <HandOverForm
        member={member}
        kind={kind}
        owners={people.owners.filter(({ value }) => value !== member.email)}
        isPending={isPending}
        onCancel={onClose}
        onSave={(to) =>
          kind === 'switchOff'
            ? run(t('done.off', { name: member.name }), () => switchOff(member.id, to), closeIfDone)
            : run(t('done.handed', { name: member.name }), () => handOver(member.id, to), closeIfDone)
        }
      />
    </Modal>
  )
}
