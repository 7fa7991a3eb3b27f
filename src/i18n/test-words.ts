/** What a test of a survey says of itself, in its page and its mail, to the member who asked for it. `{name}` stands for what is put in. */
const en = {
  tag: 'Test',
  draft: 'Draft; customers see version {version}',
  firstDraft: 'Draft; not published yet',
  version: 'Version {version}',
  page: 'What is answered here is not kept: it counts nowhere and alerts nobody. A reload begins anew.',
  mail: 'This is a test that you asked for on the Share screen. What is answered through it is not kept. The link works for {days} days.',
  scale: 'In a mailing each number is a link that fills the answer in; it counts once the customer confirms it on the page.',
  unfinished: {
    title: 'The draft isn’t finished just now',
    text: 'Something that a survey needs is missing in it. Its editor says what; open this link again then.',
  },
  ended: {
    title: 'This test link opens nothing any more',
    text: 'It has expired, or who asked for it isn’t a member any more. Send a new test from the Share screen.',
  },
}

export type TestWords = typeof en

const zhCN: TestWords = {
  tag: '测试',
  draft: '草稿；客户看到的是版本 {version}',
  firstDraft: '草稿；尚未发布',
  version: '版本 {version}',
  page: '在此作答不会保存，不计入任何数据，也不会触发预警。刷新页面即重新开始。',
  mail: '这是您在“分发”页面请求的测试邮件，通过它作答不会保存。链接 {days} 天内有效。',
  scale: '在正式邮件中，每个数字都是链接，点击即预填答案，客户在页面上确认后才计入。',
  unfinished: {
    title: '草稿目前尚未完成',
    text: '草稿缺少问卷必需的内容，编辑器中会有提示。完善后请再次打开此链接。',
  },
  ended: {
    title: '此测试链接已失效',
    text: '链接已过期，或请求测试的成员已离开。请在“分发”页面重新发送测试。',
  },
}

export const testWordLocales = ['en', 'zh-CN'] as const

export const testWords = (locale: string): TestWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)

/** The language that these words are in. */
export const testWordLocale = (locale: string): (typeof testWordLocales)[number] =>
  locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
