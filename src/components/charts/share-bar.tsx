import type { Better } from '@/domain/metric/better'
import classes from './share-bar.module.css'

/** How large a share is beside the others of its list; its number stands next to it. `isCounted`: whether its metric counts it, if it counts; `better`: whether that is good. */
export const ShareBar = ({ share, isCounted, better }: { share: number; isCounted: boolean | null; better: Better }) => (
  <span className={classes.track} aria-hidden="true">
    <span
      className={classes.bar}
      data-counted={isCounted ?? undefined}
      data-better={better}
      style={{ width: `${share * 100}%` }}
    />
  </span>
)
