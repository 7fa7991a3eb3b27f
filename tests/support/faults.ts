import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A colour on its way from one to another is neither: everything that moves and comes to an end has done so. */
const comeToRest = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const ending = document
      .getAnimations()
      .filter(({ effect }) => effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY)
    // One that is taken back has ended too.
    return Promise.allSettled(ending.map(({ finished }) => finished))
  })

/** What axe finds wrong with a page as it stands, each fault with its element. */
export const faultsOf = async (page: Page, { hasFrames = false } = {}): Promise<string[]> => {
  await comeToRest(page)
  const axe = new AxeBuilder({ page }).withTags(WCAG)
  // What a message's frame shows is a mail, checked with the mails.
  const { violations } = await (hasFrames ? axe : axe.exclude('iframe')).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}
