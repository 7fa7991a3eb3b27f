/** The words of the page behind an alert mail's button. `{name}` stands for what is put in. */
const en = {
  title: 'Case {number}',
  titleAlert: 'Alert',
  left: '{time} left',
  overdue: '{time} overdue',
  hours: '{hours} h {minutes} min',
  minutes: '{minutes} min',
  days: '{days} d {hours} h',
  acknowledge: 'Acknowledge',
  promise: 'Says that you have seen it and will see to it. The clock runs on until the case is resolved.',
  promiseAlert: 'Says that you have seen it.',
  done: 'Acknowledged. It is yours.',
  already: 'Already acknowledged',
  byAt: '{by}, {at}',
  handled: 'There is nothing left to acknowledge here.',
  openCase: 'Open the case',
  openAlerts: 'Open the alerts',
  statuses: {
    open: 'Open',
    acknowledged: 'Acknowledged',
    in_progress: 'In progress',
    waiting: 'Waiting for the customer',
    resolved: 'Resolved',
    verified: 'Verified',
    closed: 'Closed',
    raised: 'Raised',
    muted: 'Muted',
  } as Record<string, string>,
  expired: {
    title: 'This link has expired',
    text: 'Links in mails work for 14 days. Sign in to find the case; it is still there.',
  },
  invalid: {
    title: 'This link doesn’t work',
    text: 'It may be incomplete, or no longer yours to use. Open it from the mail again, or sign in.',
  },
  busy: {
    title: 'One moment, please',
    text: 'Too many requests came from your network. Please go back and press the button again.',
  },
  unavailable: {
    title: 'It could not be saved just now',
    text: 'Nothing was acknowledged. Please go back and press the button again in a few seconds.',
  },
  foreign: { title: 'Nothing was acknowledged', text: 'The request came from another site. Open the link from your mail.' },
  signIn: 'Sign in',
}

export type AcknowledgeWords = typeof en

const zhCN: AcknowledgeWords = {
  title: '工单 {number}',
  titleAlert: '预警',
  left: '剩余 {time}',
  overdue: '已超时 {time}',
  hours: '{hours} 小时 {minutes} 分',
  minutes: '{minutes} 分钟',
  days: '{days} 天 {hours} 小时',
  acknowledge: '确认收到',
  promise: '表示您已看到并会跟进。工单解决之前，时限继续计算。',
  promiseAlert: '表示您已看到。',
  done: '已确认，由您跟进。',
  already: '此前已确认',
  byAt: '{by}，{at}',
  handled: '这里已没有需要确认的内容。',
  openCase: '打开工单',
  openAlerts: '打开预警',
  statuses: {
    open: '待处理',
    acknowledged: '已确认',
    in_progress: '处理中',
    waiting: '等待客户',
    resolved: '已解决',
    verified: '已验证',
    closed: '已关闭',
    raised: '已触发',
    muted: '已静默',
  },
  expired: { title: '链接已过期', text: '邮件中的链接有效期为 14 天。请登录后查看工单，工单仍然保留。' },
  invalid: { title: '链接无法使用', text: '链接可能不完整，或您已无权使用。请从邮件中重新打开，或登录查看。' },
  busy: { title: '请稍候', text: '您所在网络的请求过多。请返回后再按一次按钮。' },
  unavailable: { title: '暂时无法保存', text: '尚未确认。请返回，几秒后再按一次按钮。' },
  foreign: { title: '未作确认', text: '请求来自其他网站。请从邮件中打开链接。' },
  signIn: '登录',
}

export const acknowledgeWords = (locale: string): AcknowledgeWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)

export { fillIn } from './mail-words'
