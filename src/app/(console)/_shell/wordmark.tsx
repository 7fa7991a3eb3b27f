import classes from './shell.module.css'

/** An ear of sound: three arcs that listen. */
export const Wordmark = () => (
  <span className={classes.wordmark}>
    <svg
      viewBox="0 0 24 24"
      width="22"
      height="22"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 12a7 7 0 0 1 14 0" opacity=".35" />
      <path d="M8.5 12a3.5 3.5 0 0 1 7 0c0 3-3.5 3.5-3.5 7" />
      <circle cx="12" cy="12" r=".6" fill="currentColor" />
    </svg>
    Earshot
  </span>
)
