/** How the marks of good and bad look on paper, and the classes by which they change in the dark. */
export const markColors = { '▲': '#1c6fb5', '●': '#5c6166', '▼': '#c2410c' } as const
export const markClasses = { '▲': 'high', '●': 'ink2', '▼': 'low' } as const
