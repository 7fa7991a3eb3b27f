'use client'

import { useTranslations } from 'next-intl'
import type { PlanItem } from './actions'
import classes from './programme.module.css'

const marks = { create: '+', change: '~', leave: '=' } as const

const Item = ({ item }: { item: PlanItem }) => {
  const t = useTranslations('programme')
  const name = (
    <>
      <span className={classes.mark} data-plan={item.plan} aria-hidden>
        {marks[item.plan]}
      </span>
      <span>
        {t(`plan.${item.plan}`)} · {t(`kind.${item.kind as 'surveys'}`)} {item.key && <code>{item.key}</code>}
      </span>
    </>
  )
  if (item.lines.length === 0) return <p className={classes.item}>{name}</p>
  return (
    <details>
      <summary className={classes.item}>{name}</summary>
      <ul className={classes.lines}>
        {item.lines.map(({ path, before, after }) => (
          <li key={path}>
            <code>{path}</code> <s>{before || t('none')}</s> → {after || t('none')}
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What would be created, changed and left: what is left stands last and folded. */
export const PlanList = ({ plan }: { plan: readonly PlanItem[] }) => {
  const t = useTranslations('programme')
  const count = (wanted: PlanItem['plan']) => plan.filter((item) => item.plan === wanted).length
  const left = plan.filter((item) => item.plan === 'leave')
  return (
    <section aria-label={t('planTitle')} className={classes.plan}>
      <p>
        <strong>{t('summary', { create: count('create'), change: count('change'), leave: count('leave') })}</strong>
      </p>
      {plan
        .filter((item) => item.plan !== 'leave')
        .map((item) => (
          <Item key={`${item.kind} ${item.key}`} item={item} />
        ))}
      {left.length > 0 && (
        <details>
          <summary className={classes.item}>{t('left', { count: left.length })}</summary>
          {left.map((item) => (
            <Item key={`${item.kind} ${item.key}`} item={item} />
          ))}
        </details>
      )}
    </section>
  )
}
