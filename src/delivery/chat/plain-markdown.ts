/** Signs that markdown reads as its own, and those that look alike and that it leaves alone. */
const alike: Readonly<Record<string, string>> = {
  '[': '［',
  ']': '］',
  '(': '（',
  ')': '）',
  '<': '＜',
  '>': '＞',
  '*': '＊',
  _: '＿',
  '`': '｀',
  '~': '～',
  '#': '＃',
  '|': '｜',
  '!': '！',
}

/**
 * A stranger's words for an app whose markdown has no way to escape: they can't make a link that says one thing and leads to another,
 * nor mention somebody. One paragraph: a line of theirs never begins like one of ours.
 */
export const plainMarkdown = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[[\]()<>*_`~#|!]/g, (sign) => alike[sign] ?? sign)
