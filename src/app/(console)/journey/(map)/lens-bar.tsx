import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { groupBy, type Lens } from '@/domain/analysis/lens'
import type { MappedTouchpoint } from '@/pipeline/analyze/get-journey-map'
import classes from './lens.module.css'
import { useGroupNames } from './use-group-names'

type LensBarProps = {
  lens: Lens
  pick: string | null
  touchpoints: readonly MappedTouchpoint[]
  hrefOf: (pick: string | null) => string
}

/** How many touchpoints are in each group of the lens; a press picks one out, another puts it back. */
export const LensBar = ({ lens, pick, touchpoints, hrefOf }: LensBarProps) => {
  const t = useTranslations('journey')
  const nameOf = useGroupNames(lens)
  return (
    <ul className={classes.groups} aria-label={t('groups')}>
      {groupBy(lens, touchpoints).map(({ key, touchpoints: own }) => (
        <li key={key}>
          <Link
            prefetch={false}
            href={hrefOf(pick === key ? null : key)}
            className={classes.group}
            aria-current={pick === key ? 'true' : undefined}
            scroll={false}
          >
            {nameOf(key)} <strong>{own.length}</strong>
          </Link>
        </li>
      ))}
    </ul>
  )
}
