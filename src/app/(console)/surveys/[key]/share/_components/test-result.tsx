'use client'

import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import classes from './share.module.css'
import type { TestMail } from './use-test-mail'

type TestResultProps = { mail: TestMail; email: string; surveyKey: string; mayDesign: boolean; maySeeDeliveries: boolean }

/** What became of a test: where it went, or why it didn't, and where to look. */
export const TestResult = ({ mail, email, surveyKey, mayDesign, maySeeDeliveries }: TestResultProps) => {
  const t = useTranslations('shareTest')
  const format = useFormatter()
  if ('problem' in mail)
    return (
      <div className={classes.problem}>
        <p>{t(`problem.${mail.problem}`)}</p>
        {'issues' in mail && (
          <ul className={classes.issues}>
            {mail.issues?.slice(0, 5).map(({ path, message }) => (
              <li key={`${path}${message}`}>
                <code>{path}</code> {message}
              </li>
            ))}
          </ul>
        )}
        {mail.problem === 'unfinished' && mayDesign && (
          <Link prefetch={false} href={`/surveys/${surveyKey}/edit`}>
            {t('toEditor')}
          </Link>
        )}
      </div>
    )
  const { deliveryId, url, progress } = mail
  const { state, error = '', again } = progress
  const isBad = state === 'dead' || state === 'retrying'
  return (
    <div className={classes.outcome}>
      <p className={isBad ? classes.problem : undefined} data-state={state}>
        {t(`state.${state}`, {
          email,
          error,
          again: again ? format.dateTime(new Date(again), { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }) : '',
        })}
      </p>
      <p className={classes.ways}>
        <a href={url} target="_blank" rel="noreferrer">
          {t('openHere')}
        </a>
        {maySeeDeliveries && (
          <Link prefetch={false} href={`/deliveries/${deliveryId}`}>
            {t('toDelivery')}
          </Link>
        )}
      </p>
    </div>
  )
}
