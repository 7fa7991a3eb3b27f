import classes from './gap.module.css'

/** A card's title with the number of its step. */
export const Step = ({ number, children }: { number: string; children: string }) => (
  <>
    <span className={classes.step}>{number}</span> {children}
  </>
)
