import { useTranslations } from 'next-intl'
import { Mark } from '@/components/ui/mark'
import type { Health, HealthLevel } from '@/domain/customer/health'
import classes from './health.module.css'
import { useReasonWords } from './use-reason-words'

const boxes = { risk: 'low', watch: 'middle', good: 'high', unknown: null } as const

const LevelMark = ({ level }: { level: HealthLevel }) => {
  const box = boxes[level]
  return box ? <Mark box={box} /> : <span aria-hidden>–</span>
}

/** A customer's health in a word. */
export const HealthTag = ({ level }: { level: HealthLevel }) => {
  const t = useTranslations('health')
  return (
    <span className={classes.tag} data-level={level}>
      {level !== 'unknown' && <LevelMark level={level} />}
      {t(`level.${level}`)}
    </span>
  )
}

/** Why it is so: the worst first. `most`: no more than these. */
export const HealthReasons = ({ health, most }: { health: Health; most?: number }) => {
  const words = useReasonWords()
  const isLarge = most === undefined
  return (
    <ul className={classes.reasons} data-large={isLarge || undefined}>
      {health.reasons.slice(0, most).map((reason) => (
        <li key={reason.key}>
          {isLarge && <LevelMark level={reason.level} />}
          <span>{words(reason)}</span>
        </li>
      ))}
    </ul>
  )
}
