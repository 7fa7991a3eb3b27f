import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe finds wrong with a page as it stands, each fault with its element. */
export const faultsOf = async (page: Page): Promise<string[]> => {
  // What a message's frame shows is a mail, checked with the mails.
  const { violations } = await new AxeBuilder({ page }).withTags(WCAG).exclude('iframe').analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 160)} ${node.any[0]?.message ?? ''}`),
  )
}
