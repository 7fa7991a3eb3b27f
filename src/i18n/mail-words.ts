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
  whyInstead: {
    fallback:
      'You get this because the rule “{rule}” of {organization} reached nobody for {touchpoint}: nobody whom it names is there, and what reaches nobody else comes to you. An administrator can change that in the alert settings.',
    deputy:
      'You get this in place of {name}, whom the rule “{rule}” of {organization} names for {touchpoint}: they are away or their mailbox takes no mail, and you stand in for them.',
    off_work:
      'You get this in place of {name}, whom the rule “{rule}” of {organization} names for {touchpoint}: they aren’t at work now and you are.',
    refused:
      'You get this because the mail to {name} was refused, and the rule “{rule}” of {organization} has to reach somebody for {touchpoint}. An administrator can look at the address of {name} in the settings, under members.',
  },
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
  whyInstead: {
    fallback:
      '您收到此邮件，是因为{organization}的规则“{rule}”在“{touchpoint}”找不到任何人：规则指定的人员都不在，而无人接收的预警由您处理。管理员可在预警设置中修改。',
    deputy:
      '您代{name}收到此邮件：{organization}的规则“{rule}”将其列为“{touchpoint}”的通知对象，但其不在或邮箱拒收邮件，由您代理。',
    off_work: '您代{name}收到此邮件：{organization}的规则“{rule}”将其列为“{touchpoint}”的通知对象，但其现在不在班，而您在班。',
    refused:
      '您收到此邮件，是因为发给{name}的邮件被拒收，而{organization}的规则“{rule}”必须有人跟进“{touchpoint}”。管理员可在“设置 → 成员”中核对{name}的邮箱地址。',
  },
  whyGroup: '本群收到此消息，是因为{organization}的规则“{rule}”将其列为“{touchpoint}”的通知对象。',
  write: '写邮件',
}

export const mailWords = (locale: string): MailWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)

export const fillIn = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in values ? String(values[name]) : whole))
