import { Fragment, type ReactNode } from 'react'
import classes from './facts.module.css'

/** Names and values, one under the other. Facts without a value are left out. */
export const Facts = ({ facts }: { facts: readonly { name: ReactNode; value: ReactNode; key?: string }[] }) => (
  <dl className={classes.facts}>
    {facts.map(({ name, value, key }) =>
      value === null || value === undefined || value === '' ? null : (
        <Fragment key={key ?? String(name)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ),
    )}
  </dl>
)
