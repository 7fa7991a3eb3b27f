/** Something the operator can mend: one line that says what is wrong, and the remedy. */
export class Trouble extends Error {
  constructor(message, remedy, detail = '') {
    super(message)
    this.name = 'Trouble'
    this.remedy = remedy
    this.detail = detail
  }
}

/** Prints a trouble in two or three lines and anything else with its stack, since that is a fault of ours. */
export const printTrouble = (error) => {
  if (!(error instanceof Trouble)) {
    console.error(error)
    return
  }
  if (error.detail) console.error(error.detail.trimEnd())
  console.error(`✗ ${error.message}`)
  if (error.remedy) console.error(`  → ${error.remedy}`)
}
