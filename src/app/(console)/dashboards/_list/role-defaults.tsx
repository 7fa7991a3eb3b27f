'use client'

import { NativeSelect } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { type Role, roles } from '@/domain/vocabulary'
import { type DashboardProblem, setRoleBoard } from '../actions'
import classes from './list.module.css'

type RoleDefaultsProps = {
  shared: readonly { id: string; name: string }[]
  defaults: readonly { role: Role; dashboardId: string }[]
}

/** Where members of each role find themselves when they have signed in. Only shared dashboards can be that. */
export const RoleDefaults = ({ shared, defaults }: RoleDefaultsProps) => {
  const t = useTranslations('dashboardEdit')
  const names = useTranslations('roles')
  const [isPending, startTransition] = useTransition()
  const [problem, setProblem] = useState<DashboardProblem['problem']>()
  const set = (role: Role, id: string) =>
    startTransition(async () => {
      const answer = await setRoleBoard({ role, dashboardId: id === '' ? null : id })
      setProblem('problem' in answer ? answer.problem : undefined)
    })
  return (
    <Card title={t('roles')} className={classes.roles}>
      <p className={classes.hint}>{t(shared.length > 0 ? 'rolesHint' : 'rolesNone')}</p>
      {shared.length > 0 && (
        <div className={classes.roleFields} data-pending={isPending || undefined}>
          {roles.map((role) => (
            <NativeSelect
              key={role}
              label={names(role)}
              value={defaults.find((one) => one.role === role)?.dashboardId ?? ''}
              onChange={(event) => set(role, event.currentTarget.value)}
              data={[{ value: '', label: t('overview') }, ...shared.map(({ id, name }) => ({ value: id, label: name }))]}
            />
          ))}
        </div>
      )}
      {problem && <p role="alert">{t(`problem.${problem}`)}</p>}
    </Card>
  )
}
