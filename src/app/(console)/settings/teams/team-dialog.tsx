'use client'

import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { keyOfText } from '@/domain/free-key'
import { type Localized, localize } from '@/domain/localized'
import type { People, TeamRow } from '@/pipeline/design/find-people'
import { LocalizedInput } from '../../_components/localized-input'
import { tidyName } from '../../_components/tidy-name'
import classes from '../_components/people.module.css'
import type { RunMember } from '../_components/use-member-action'
import { type MemberResult, removeTeam, saveTeam } from '../members/actions'

type TeamDialogProps = {
  /** undefined for a new one */
  team: TeamRow | undefined
  people: People
  locales: readonly string[]
  isPending: boolean
  run: RunMember
  onClose: () => void
}

/** A team's name and who is in it. */
export const TeamDialog = ({ team, people, locales, isPending, run, onClose }: TeamDialogProps) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const [name, setName] = useState<Localized>(team?.name ?? '')
  const [members, setMembers] = useState(() => team?.members.filter(({ isActive }) => isActive).map(({ email }) => email) ?? [])
  const [routing, setRouting] = useState<string>(team?.routing ?? 'everyone')
  const [isWrong, setWrong] = useState(false)
  const closeIfDone = (result: MemberResult) => 'done' in result && onClose()
  const save = () => {
    const tidy = tidyName(name, team?.name)
    if (tidy === undefined) return setWrong(true)
    const text = localize(tidy, locale)
    const key = team?.key ?? keyOfText(localize(tidy, 'en'), 'team', (key) => people.teams.some((one) => one.key === key))
    run(t('done.saved', { name: text }), () => saveTeam(key, { name: tidy, members, routing }), closeIfDone)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={team ? localize(team.name, locale) : t('newTeam')}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <LocalizedInput
          label={t('column.teamName')}
          locales={locales}
          value={name}
          onChange={setName}
          autoFocus
          error={isWrong ? t('nameMissing') : undefined}
        />
        <Checkbox.Group label={t('column.members')} value={members} onChange={setMembers}>
          <div className={classes.people}>
            {people.members
              .filter(({ isActive }) => isActive)
              .map(({ email, name }) => (
                <Checkbox key={email} value={email} label={`${name} (${email})`} />
              ))}
          </div>
        </Checkbox.Group>
        <Radio.Group label={t('routing')} description={t('routingHint')} value={routing} onChange={setRouting}>
          <div className={classes.people}>
            {(['everyone', 'turns', 'least_loaded'] as const).map((way) => (
              <Radio key={way} value={way} label={t(`routes.${way}`)} />
            ))}
          </div>
        </Radio.Group>
        {team?.namedFor.map((part) => (
          <p key={part} className={classes.kept}>
            {t.rich(`namedFor.${part}`, {
              settings: (words) => <Link href={part === 'fallback' ? '/settings/alerts' : '/settings/cases'}>{words}</Link>,
            })}
          </p>
        ))}
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
          {team && (
            <Button
              variant="subtle"
              color="gray"
              loading={isPending}
              disabled={team.namedFor.length > 0}
              onClick={() =>
                run(t('done.removed', { name: localize(team.name, locale) }), () => removeTeam(team.key), closeIfDone)
              }
            >
              {t('removeTeam')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
