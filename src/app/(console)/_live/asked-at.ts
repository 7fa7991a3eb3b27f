const mark = 'earshot-page-asked'

/** Notes that a page is being asked for. A mark of the browser's, since it is set in another bundle than it is read in. */
export const markAsked = (): void => {
  performance.clearMarks(mark)
  performance.mark(mark)
}

/** How old what the page shows is at most, in ms: it was read after it was asked for. */
export const ageOfPage = (): number => performance.now() - (performance.getEntriesByName(mark).at(-1)?.startTime ?? 0)
