import classes from './share-bar.module.css'

/** How large a share is beside the others of its list; its number stands next to it. `isCounted`: whether its metric counts it, if it counts. */
export const ShareBar = ({ share, isCounted }: { share: number; isCounted: boolean | null }) => (
  <span className={classes.track} aria-hidden="true">
    <span className={classes.bar} data-counted={isCounted ?? undefined} style={{ width: `${share * 100}%` }} />
  </span>
)
