/** Hands a file to the browser's downloads. */
export const saveFile = (content: Blob | string, name: string, type = 'text/plain'): void => {
  const url = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // Safari reads the file a moment after the click.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}
