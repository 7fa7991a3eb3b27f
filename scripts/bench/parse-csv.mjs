/** RFC 4180 with a header row, to objects. */
export function parseCsv(text) {
  const rows = []
  let row = []
  let field = ''
  let quoted = false
  for (let at = text.charCodeAt(0) === 0xfeff ? 1 : 0; at < text.length; at++) {
    const char = text[at]
    if (quoted) {
      if (char !== '"') field += char
      else if (text[at + 1] === '"') {
        field += '"'
        at++
      } else quoted = false
    } else if (char === '"') quoted = true
    else if (char === ',' || char === '\n') {
      row.push(field.endsWith('\r') && char === '\n' ? field.slice(0, -1) : field)
      field = ''
      if (char === '\n') {
        rows.push(row)
        row = []
      }
    } else field += char
  }
  if (field !== '' || row.length > 0) rows.push([...row, field])
  const [header = [], ...body] = rows
  return body.map((cells) => Object.fromEntries(header.map((name, column) => [name, cells[column] ?? ''])))
}
