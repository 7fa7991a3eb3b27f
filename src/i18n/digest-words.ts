/** The words of the digest of alerts over somebody's budget. `{name}` stands for what is put in. */
const en = {
  subject: { one: 'One alert of {day} · {organization}', other: '{count} alerts of {day} · {organization}' },
  lead: {
    one: 'One alert came after you had {perDay} messages on one day. It was not urgent.',
    other: '{count} alerts came after you had {perDay} messages on one day. None was urgent.',
  },
  plainLead: { one: 'One alert that was not urgent.', other: '{count} alerts, none of them urgent.' },
  more: 'And {count} more, in your cases.',
  open: 'Open my cases',
  why: 'You get this because {organization} limits how many messages about alerts reach one person in a day. High and critical ones always come at once. An administrator can change it in the settings.',
  whyRefused:
    'You get this because the mail to {name} was refused: these alerts of {organization} were in their digest. An administrator can look at the address of {name} in the settings, under members.',
}

export type DigestWords = typeof en

const zhCN: DigestWords = {
  subject: { one: '{day} 有 1 条预警 · {organization}', other: '{day} 有 {count} 条预警 · {organization}' },
  lead: {
    one: '您当天的消息已达 {perDay} 条，之后又有 1 条不紧急的预警。',
    other: '您当天的消息已达 {perDay} 条，之后又有 {count} 条不紧急的预警。',
  },
  plainLead: { one: '1 条不紧急的预警。', other: '{count} 条不紧急的预警。' },
  more: '另有 {count} 条，见您的工单。',
  open: '打开我的工单',
  why: '您收到此邮件，是因为{organization}限制了每人每天收到的预警消息数；高级和严重预警始终立即发送。管理员可在设置中修改。',
  whyRefused:
    '您收到此邮件，是因为发给{name}的邮件被拒收，这些{organization}的预警原在其摘要中。管理员可在“设置 → 成员”中核对{name}的邮箱地址。',
}

export const digestWords = (locale: string): DigestWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)
