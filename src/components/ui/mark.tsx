import type { Box } from '../format/box-of-category'
import classes from './mark.module.css'

const shapes: Record<Box, string> = {
  high: 'M5 1.2 9.4 9H.6z',
  middle: 'M5 1a4 4 0 1 1 0 8 4 4 0 0 1 0-8z',
  low: 'M5 8.8.6 1h8.8z',
}

/** ▲ ● ▼ in the colour of its box, or of another one in `tone`, drawn so that it looks the same in every font. Say the word beside it or in `label`. */
export const Mark = ({ box, tone = box, label, size = 10 }: { box: Box; tone?: Box; label?: string; size?: number }) => (
  // biome-ignore lint/a11y/noSvgWithoutTitle: it has one whenever it stands alone
  <svg
    viewBox="0 0 10 10"
    width={size}
    height={size}
    className={classes[tone]}
    {...(label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true })}
  >
    {label && <title>{label}</title>}
    <path d={shapes[box]} fill="currentColor" />
  </svg>
)
