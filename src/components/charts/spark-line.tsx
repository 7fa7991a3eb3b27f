import classes from './spark-line.module.css'
import { type SparkPoint, sparkPaths } from './spark-path'

const width = 200
const height = 44

/** A trend at a glance, drawn on the server. It says nothing that the page doesn't also say in numbers, so it is hidden from readers. */
export const SparkLine = ({ points }: { points: readonly SparkPoint[] }) => {
  const { line, band, end } = sparkPaths(points, width, height)
  return (
    <div className={classes.box} aria-hidden="true">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" className={classes.svg} aria-hidden="true">
        <path d={band} className={classes.band} />
        <path d={line} className={classes.line} vectorEffect="non-scaling-stroke" />
      </svg>
      {end && <span className={classes.end} style={{ left: `${end.x * 100}%`, top: `${end.y * 100}%` }} />}
    </div>
  )
}
