'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import type { OpenInvitations as Open } from '@/domain/invitation/open-invitations'
import type { SurveyDefinition } from '@/domain/survey/definition'
import { OpenInvitationsNote } from '../../_components/open-invitations'
import { countOpen } from '../actions'
import classes from './bar.module.css'

type Props = { surveyKey: string; latest: { number: number; definition: SurveyDefinition }; isAnonymous: boolean }

/** Counted when the dialog opens: what publishing this now means for whoever holds a personal link. */
export const OpenInvitations = ({ surveyKey, latest, isAnonymous }: Props) => {
  const t = useTranslations('openInvitations')
  const [open, setOpen] = useState<Open | 'unknown' | undefined>(undefined)
  useEffect(() => {
    let isThere = true
    const show = (counted: Open | 'unknown') => isThere && setOpen(counted)
    countOpen(surveyKey).then(
      (counted) => show(counted ?? 'unknown'),
      () => show('unknown'),
    )
    return () => {
      isThere = false
    }
  }, [surveyKey])
  if (open === undefined) return <p className={classes.counting}>{t('counting')}</p>
  if (open === 'unknown') return <p className={classes.wrong}>{t('uncounted')}</p>
  const losesAnonymity = latest.definition.anonymous === true && !isAnonymous
  return <OpenInvitationsNote open={open} next={latest.number + 1} losesAnonymity={losesAnonymity} />
}
