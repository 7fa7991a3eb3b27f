'use client'

import { Button } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { publish, restore } from '../actions'
import classes from './version.module.css'

type Props = { surveyKey: string; step: 'publish' | 'restore'; version: number }

/** Publishes the draft, or makes a version the draft; says what came of it, and where it is refused, why. */
export const VersionButton = ({ surveyKey, step, version }: Props) => {
  const t = useTranslations('versionActions')
  const [result, submit, isPending] = useActionState(step === 'publish' ? publish : restore, null)
  return (
    <form action={submit} className={classes.act}>
      <input type="hidden" name="key" value={surveyKey} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" size="sm" variant={step === 'publish' ? 'filled' : 'default'} loading={isPending}>
        {t(step === 'publish' ? 'publish' : 'restore')}
      </Button>
      <div role="status">
        {result && 'done' in result && <p>{t(result.done, { version: result.version })}</p>}
        {result && 'problem' in result && (
          <>
            <p className={classes.problem}>{t(`problem.${result.problem}`)}</p>
            <ul className={classes.issues}>
              {result.issues?.map(({ path, message }) => (
                <li key={`${path}${message}`}>
                  <code>{path}</code> {message}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </form>
  )
}
