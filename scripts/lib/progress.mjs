const isTerminal = process.stdout.isTTY === true && process.env.TERM !== 'dumb'
const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(1)} s`

/**
 * Runs one step and prints its name, its outcome and how long it took. `run` may return a short note
 * (`{ note }`); on a terminal the line is rewritten while the step runs, elsewhere it is printed once.
 */
export const step = async (name, run) => {
  const began = Date.now()
  const label = name.padEnd(12)
  const tick = isTerminal ? setInterval(() => process.stdout.write(`\r  · ${label} ${seconds(began)} `), 500) : undefined
  if (isTerminal) process.stdout.write(`  · ${label}`)
  try {
    const outcome = await run()
    const note = outcome && typeof outcome === 'object' && outcome.note ? `  ${outcome.note}` : ''
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}  ✓ ${label} ${seconds(began).padStart(7)}${note}\n`)
    return outcome
  } catch (error) {
    process.stdout.write(`${isTerminal ? '\r\x1b[K' : ''}  ✗ ${label} ${seconds(began).padStart(7)}\n`)
    throw error
  } finally {
    clearInterval(tick)
  }
}
