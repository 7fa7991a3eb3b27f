type Progress = { done: number; total: number | null }

/** How far something is, on one line of a terminal; where none looks on, a line for every tenth. */
export const showProgress = (unit: string): { tell: (progress: Progress) => void; end: () => void } => {
  const { stderr } = process
  let shown = ''
  const tell = ({ done, total }: Progress): void => {
    const share = total ? Math.floor((done / total) * (stderr.isTTY ? 100 : 10)) * (stderr.isTTY ? 1 : 10) : 0
    const count = `${done.toLocaleString('en')} of ${total?.toLocaleString('en') ?? '…'} ${unit}`
    const line = stderr.isTTY ? `${count} (${share} %)` : `${share} %`
    if (line === shown) return
    shown = line
    stderr.write(stderr.isTTY ? `\r${line.padEnd(60)}` : `${count} (${line})\n`)
  }
  return { tell, end: () => void (stderr.isTTY && shown !== '' && stderr.write('\n')) }
}
