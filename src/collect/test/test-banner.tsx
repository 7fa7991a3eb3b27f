/** @jsxImportSource preact */
import { fillIn } from '@/i18n/mail-words'
import { testWordLocale, testWords } from '@/i18n/test-words'
import type { TestMark } from '@/pipeline/listen/open-test'

/** Never in the survey's own colours, so that nobody takes it for a part of it. */
const css =
  '.trial{box-sizing:border-box;padding:10px 20px;background:#fff3bf;color:#1d1f21;border-bottom:1px solid #b98a00;font:400 15px/1.45 -apple-system,"Segoe UI",Roboto,Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif}' +
  '.trial p{max-width:680px;margin:0 auto}.trial b{display:inline-block;margin-inline-end:8px;padding:0 8px;border:1px solid currentColor;border-radius:4px;font-weight:700}' +
  '@media(prefers-color-scheme:dark){.trial{background:#3a2f05;color:#ffec99;border-color:#8a6d00}}'

export const markCss = (test: TestMark | undefined): string => (test ? css : '')

export const markTitle = (title: string, test: TestMark | undefined): string =>
  test ? `[${testWords(test.memberLocale).tag}] ${title}` : title

/** Says on every page of a test that it is one, of what, and what becomes of the answers; in the member's language. */
export const TestBanner = ({ test: { isDraft, version, memberLocale } }: { test: TestMark }) => {
  const words = testWords(memberLocale)
  const what = isDraft ? (version === null ? words.firstDraft : words.draft) : words.version
  return (
    <aside class="trial" lang={testWordLocale(memberLocale)} dir="ltr" aria-label={words.tag}>
      <p>
        <b>{words.tag}</b> {fillIn(what, { version: version ?? 0 })}. {words.page}
      </p>
    </aside>
  )
}
