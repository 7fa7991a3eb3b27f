'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { Moment } from '@/components/ui/moment'
import type { DashboardProblem } from '../../../actions'
import classes from './editor.module.css'

type SaveProblemProps = { id: string; problem: DashboardProblem; onOverwrite: (revision: number) => void }

/** Why it wasn't saved. Of a conflict: who was faster, and the choice between their version and this one. */
export const SaveProblem = ({ id, problem, onOverwrite }: SaveProblemProps) => {
  const t = useTranslations('dashboardEdit')
  const { now } = problem
  return (
    <div role="alert" className={classes.notice}>
      {now ? (
        <>
          <p>
            {t('conflict', { name: now.changedBy ?? t('somebody') })} (<Moment at={now.changedAt} as="minute" />)
          </p>
          <Button component="a" href={`/dashboards/${id}`} target="_blank" variant="subtle" size="compact-sm">
            {t('seeTheirs')}
          </Button>
          <Button variant="subtle" size="compact-sm" onClick={() => onOverwrite(now.revision)}>
            {t('overwrite')}
          </Button>
        </>
      ) : (
        <>
          <p>{t(`problem.${problem.problem}`)}</p>
          {problem.errors && (
            <ul lang="en">
              {problem.errors.slice(0, 5).map(({ path, message }) => (
                <li key={`${path} ${message}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </div>
  )
}
