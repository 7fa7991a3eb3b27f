import fc from 'fast-check'

// The same draws on every run, so a red run is the change's; `TEST_SEED=…` draws others, to search where nobody has looked yet.
fc.configureGlobal({ seed: Number(process.env.TEST_SEED ?? 1) })
