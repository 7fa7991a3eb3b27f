'use client'

import { Button } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { mutedCell, Table } from '@/components/ui/table'
import { localize } from '@/domain/localized'
import type { People, TeamRow } from '@/pipeline/design/find-people'
import { Duties } from '../_components/duties'
import { Said } from '../_components/said'
import { useMemberAction } from '../_components/use-member-action'
import { TeamDialog } from './team-dialog'

type TeamListProps = { people: People; locales: readonly string[]; mayWrite: boolean }

export const TeamList = ({ people, locales, mayWrite }: TeamListProps) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const { isPending, said, run } = useMemberAction()
  const [open, setOpen] = useState<{ team?: TeamRow } | null>(null)
  const head = [
    ...(['teamName', 'members', 'routing', 'answersFor'] as const).map((key) => ({ key, label: t(`column.${key}`) })),
    ...(mayWrite ? [{ key: 'actions', label: t('column.actions') }] : []),
  ]
  return (
    <>
      <Said said={said} />
      <Card
        title={t('teams')}
        isFlush
        aside={
          mayWrite && (
            <Button size="xs" onClick={() => setOpen({})}>
              {t('newTeam')}
            </Button>
          )
        }
      >
        {people.teams.length === 0 ? (
          <Empty title={t('noTeams')}>{t('noTeamsHint')}</Empty>
        ) : (
          <Table label={t('teams')} head={head} isList>
            {people.teams.map((team) => {
              const name = localize(team.name, locale)
              return (
                <tr key={team.key}>
                  <td>{name}</td>
                  <td>{team.members.map((one) => one.name).join(', ')}</td>
                  <td>{t(`routes.${team.routing}`)}</td>
                  <td className={mutedCell}>
                    <Duties touchpoints={team.touchpoints} cases={team.openCases} />
                  </td>
                  {mayWrite && (
                    <td>
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={t('editTeamNamed', { name })}
                        onClick={() => setOpen({ team })}
                      >
                        {t('edit')}
                      </Button>
                    </td>
                  )}
                </tr>
              )
            })}
          </Table>
        )}
      </Card>
      {open && (
        <TeamDialog
          team={open.team}
          people={people}
          locales={locales}
          isPending={isPending}
          run={run}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  )
}
