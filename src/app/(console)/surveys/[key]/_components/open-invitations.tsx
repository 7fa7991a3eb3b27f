import { useTranslations } from 'next-intl'
import { type Counted, hasOpenInvitations, type OpenInvitations } from '@/domain/invitation/open-invitations'
import classes from './version.module.css'

type Props = {
  open: OpenInvitations
  /** the version that publishing would make */
  next: number
  /** who was invited to an anonymous survey would be asked by name */
  losesAnonymity: boolean
}

/** What publishing means for the customers who hold a personal link and haven't finished. */
export const OpenInvitationsNote = ({ open, next, losesAnonymity }: Props) => {
  const t = useTranslations('openInvitations')
  if (!hasOpenInvitations(open)) return <p className={classes.lead}>{t('none')}</p>
  const { notOpened, opened, started } = open
  const many = ({ count, isMore }: Counted) => ({ count, more: isMore ? 'yes' : 'no' })
  const begun = started.versions.map(({ version, count }) => t('begun', { version, count }))
  return (
    <section className={classes.invited} aria-labelledby="open-invitations">
      <h3 id="open-invitations">{t('title')}</h3>
      <ul>
        {notOpened.count > 0 && <li>{t('notOpened', { ...many(notOpened), next })}</li>}
        {opened.count > 0 && <li>{t('opened', { ...many(opened), next })}</li>}
        {started.count > 0 && (
          <li>
            {t('started', many(started))}
            {begun.length > 0 && ` ${t('soFar', { answers: started.answers, begun: begun.join(t('and')) })}`}
            {begun.length > 0 && started.unknown > 0 && ` ${t('unknown', { count: started.unknown })}`}
          </li>
        )}
      </ul>
      {losesAnonymity && notOpened.count + opened.count > 0 && <p className={classes.problem}>{t('losesAnonymity')}</p>}
    </section>
  )
}
