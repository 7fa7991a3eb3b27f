/** The words of the mails that leave the house. `{name}` stands for what is put in. */
const en = {
  acknowledge: 'Acknowledge',
  anonymous: 'Anonymous customer',
  answeredBefore: '{count} earlier answers; the last was {last} on {day}',
  answeredFirst: 'The first answer we have from this customer',
  at: 'Where',
  call: 'Call',
  caseLabel: 'Case',
  caseTag: 'case {number}',
  chatTest: 'Earshot can write here',
  chatTestNote: 'This is a test. Alerts whose rules name this group will come here.',
  due: 'due {time}',
  dueLabel: 'Due',
  from: 'Who',
  history: 'Before',
  noComment: 'No comment was left.',
  noCase: 'alert',
  openCase: 'Open the case',
  openEarshot: 'Open Earshot',
  openResponse: 'Open the answer',
  otherAnswers: 'Also answered',
  received: 'Received',
  severity: 'Severity',
  severities: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  why: 'You get this because the rule “{rule}” of {organization} names you for {touchpoint}. An administrator or manager can change the rule or the touchpoint’s owner.',
  whyGroup: 'This group gets this because the rule “{rule}” of {organization} names it for {touchpoint}.',
  write: 'Write',
}

export type MailWords = typeof en

const zhCN: MailWords = {
  acknowledge: '确认收到',
  anonymous: '匿名客户',
  answeredBefore: '此前答过 {count} 次，最近一次为 {last}（{day}）',
  answeredFirst: '这是我们收到该客户的第一份答卷',
  at: '触点',
  call: '致电',
  caseLabel: '工单',
  caseTag: '工单 {number}',
  chatTest: 'Earshot 已接入本群',
  chatTestNote: '这是一条测试消息。规则指定本群的预警将发送到这里。',
  due: '{time} 前处理',
  dueLabel: '处理时限',
  from: '客户',
  history: '过往',
  noComment: '客户没有留言。',
  noCase: '预警',
  openCase: '打开工单',
  openEarshot: '打开 Earshot',
  openResponse: '打开答卷',
  otherAnswers: '其他回答',
  received: '收到时间',
  severity: '级别',
  severities: { low: '低', medium: '中', high: '高', critical: '严重' },
  why: '您收到此邮件，是因为{organization}的规则“{rule}”将您列为“{touchpoint}”的通知对象。管理员或经理可以修改该规则或触点负责人。',
  whyGroup: '本群收到此消息，是因为{organization}的规则“{rule}”将其列为“{touchpoint}”的通知对象。',
  write: '写邮件',
}

export const mailWords = (locale: string): MailWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)

export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
