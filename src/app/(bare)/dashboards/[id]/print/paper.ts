export const papers = { a4: [210, 297], letter: [215.9, 279.4] } as const
export type Paper = keyof typeof papers
export const turns = ['landscape', 'portrait'] as const
export type Turn = (typeof turns)[number]

/** Around the sheet, in millimetres; the page's number stands in it. */
export const edge = 12

/** How wide the sheet is within its edges, in millimetres: the screen shows it as wide, so that charts are drawn for paper. */
export const sheetWidth = (paper: Paper, turn: Turn): number => {
  const [width, height] = papers[paper]
  return (turn === 'landscape' ? height : width) - 2 * edge
}

/** What only the style sheet of this one page can say: the paper, its edges, and the numbers of the pages. */
export const pageStyle = (paper: Paper, turn: Turn): string =>
  `@page { size: ${paper === 'a4' ? 'A4' : 'letter'} ${turn}; margin: ${edge}mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; color: #5c6166 } }
@media print { html, body { background: #fff } }`
