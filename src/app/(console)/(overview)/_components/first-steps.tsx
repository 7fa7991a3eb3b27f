import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import classes from './overview.module.css'

/** Before the first answer: the way to it, with what is done already ticked off. */
export const FirstSteps = ({ touchpoints, surveys }: { touchpoints: number; surveys: number }) => {
  const t = useTranslations('overview')
  const steps = [
    { key: 'programme', isDone: touchpoints > 0 },
    { key: 'publish', isDone: surveys > 0 },
    { key: 'share', isDone: false },
  ] as const
  return (
    <Card className={classes.steps}>
      <h2 className={classes.stepsTitle}>{t('first.title')}</h2>
      <p className={classes.stepsLead}>{t('first.lead')}</p>
      <ol>
        {steps.map(({ key, isDone }, index) => (
          <li key={key} className={classes.step} data-done={isDone || undefined}>
            <span className={classes.stepNumber} aria-hidden>
              {isDone ? '✓' : index + 1}
            </span>
            <div>
              <h3>
                {t(`first.${key}.title`)}
                {isDone && <span className={classes.hidden}> {t('first.done')}</span>}
              </h3>
              <p>{t(`first.${key}.text`)}</p>
              {key === 'programme' && <code className={classes.command}>npm run --silent cli -- apply programme.yaml</code>}
              {key === 'share' && surveys > 0 && (
                <Link prefetch={false} href="/surveys">
                  {t('first.toSurveys')}
                </Link>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
