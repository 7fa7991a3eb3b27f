'use client'

import { Button } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { Moment } from '@/components/ui/moment'
import { Table } from '@/components/ui/table'
import type { Localized } from '@/domain/localized'
import type { Role } from '@/domain/schemas'
import type { DashboardSummary } from '@/pipeline/analyze/find-dashboards'
import { type DashboardProblem, duplicateBoard, removeBoard, restoreBoard } from '../actions'
import { DashboardMenu } from './dashboard-menu'
import classes from './list.module.css'

export type ListedDashboard = Omit<DashboardSummary, 'name'> & { name: string; texts: Localized }
type DashboardListProps = {
  dashboards: readonly ListedDashboard[]
  defaults: readonly { role: Role; dashboardId: string }[]
  mayTidy: boolean
}

const copied = (name: Localized, say: (name: string) => string): Localized =>
  typeof name === 'string' ? say(name) : Object.fromEntries(Object.entries(name).map(([locale, text]) => [locale, say(text)]))

/** What can be opened, copied and taken away; what was taken away can be brought back at once. */
export const DashboardList = ({ dashboards, defaults, mayTidy }: DashboardListProps) => {
  const t = useTranslations('dashboards')
  const edit = useTranslations('dashboardEdit')
  const roles = useTranslations('roles')
  const [isPending, startTransition] = useTransition()
  const [removed, setRemoved] = useState<ListedDashboard>()
  const [problem, setProblem] = useState<DashboardProblem['problem']>()
  const run = (work: () => Promise<{ id: string } | DashboardProblem>, done?: () => void) =>
    startTransition(async () => {
      const answer = await work()
      setProblem('problem' in answer ? answer.problem : undefined)
      if (!('problem' in answer)) done?.()
    })
  const head = [
    { key: 'name', label: t('column.name') },
    { key: 'who', label: t('column.who') },
    { key: 'changed', label: t('column.changed') },
    { key: 'opens', label: t('column.opens') },
    { key: 'do', label: <span className={classes.hidden}>{t('column.do')}</span> },
  ]
  return (
    <>
      <div role="status" className={classes.said}>
        {removed && (
          <p>
            {edit('removedBoard', { name: removed.name })}{' '}
            <Button
              variant="subtle"
              size="compact-sm"
              onClick={() =>
                run(
                  () => restoreBoard(removed.id),
                  () => setRemoved(undefined),
                )
              }
            >
              {edit('bringBack')}
            </Button>
          </p>
        )}
        {problem && <p>{edit(`problem.${problem}`)}</p>}
      </div>
      {dashboards.length > 0 && (
        <Card isFlush>
          <div data-pending={isPending || undefined}>
            <Table label={t('title')} head={head} isList>
              {dashboards.map((one) => (
                <tr key={one.id}>
                  <td>
                    <Link prefetch={false} href={`/dashboards/${one.id}`}>
                      {one.name}
                    </Link>{' '}
                    <small className={classes.quiet}>{t('widgets', { count: one.widgetCount })}</small>
                  </td>
                  <td>{one.isOwn ? t(one.isShared ? 'sharedByYou' : 'private') : t('sharedBy', { name: one.owner })}</td>
                  <td>
                    <Moment at={one.changedAt} as="relative" />
                  </td>
                  <td className={classes.quiet}>
                    {defaults
                      .filter(({ dashboardId }) => dashboardId === one.id)
                      .map(({ role }) => roles(role))
                      .join(', ') || '–'}
                  </td>
                  <td>
                    <DashboardMenu
                      id={one.id}
                      name={one.name}
                      mayChange={one.isOwn || mayTidy}
                      onCopy={() =>
                        run(() => duplicateBoard({ id: one.id, name: copied(one.texts, (name) => edit('copyOf', { name })) }))
                      }
                      onRemove={() =>
                        run(
                          () => removeBoard(one.id),
                          () => setRemoved(one),
                        )
                      }
                    />
                  </td>
                </tr>
              ))}
            </Table>
          </div>
        </Card>
      )}
    </>
  )
}
