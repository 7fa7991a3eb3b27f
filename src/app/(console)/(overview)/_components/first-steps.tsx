import { VisuallyHidden } from '@mantine/core'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { dismissFirstSteps } from './actions'
import classes from './first-steps.module.css'

/** How far an organization has come; keys of the survey that the next step is about. */
export type Beginning = { touchpoints: number; draft: string | undefined; published: string | undefined; hasAnswer: boolean }

/** Before the first answers: the way to them, with what is done already ticked off, and one button for the step that is next. */
export const FirstSteps = ({ beginning, mayDesign }: { beginning: Beginning; mayDesign: boolean }) => {
  const t = useTranslations('overview')
  const { touchpoints, draft, published, hasAnswer } = beginning
  const survey = published ?? draft
  const steps = [
    { key: 'touchpoint', isDone: touchpoints > 0, href: '/surveys/templates', more: '/journey?edit=1' },
    { key: 'survey', isDone: survey !== undefined, href: '/surveys/templates' },
    { key: 'publish', isDone: published !== undefined, href: survey ? `/surveys/${survey}` : undefined },
    { key: 'share', isDone: hasAnswer, href: published ? `/surveys/${published}/share` : undefined },
    { key: 'answer', isDone: hasAnswer, href: hasAnswer ? '/responses' : undefined },
  ] as const
  const next = steps.findIndex(({ isDone }) => !isDone)
  return (
    <Card className={classes.steps}>
      <div className={classes.stepsHead}>
        <h2 className={classes.stepsTitle}>{t(hasAnswer ? 'first.doneTitle' : 'first.title')}</h2>
        <form action={dismissFirstSteps}>
          <button type="submit" className={classes.dismiss}>
            {t('first.dismiss')}
          </button>
        </form>
      </div>
      <p className={classes.stepsLead}>{t('first.lead')}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step.key} className={classes.step} data-done={step.isDone || undefined}>
            <span className={classes.stepNumber} aria-hidden>
              {step.isDone ? '✓' : index + 1}
            </span>
            <div>
              <h3>
                {t(`first.${step.key}.title`)}
                {step.isDone && <VisuallyHidden> {t('first.done')}</VisuallyHidden>}
              </h3>
              <p>{t(`first.${step.key}.text`)}</p>
              {mayDesign && index === next && step.href && (
                <p className={classes.stepLinks}>
                  <Link prefetch={false} href={step.href} className={classes.stepButton}>
                    {t(`first.${step.key}.go`)}
                  </Link>
                  {'more' in step && (
                    <Link prefetch={false} href={step.more}>
                      {t('first.draw')}
                    </Link>
                  )}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
