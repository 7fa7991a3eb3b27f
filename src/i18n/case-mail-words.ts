/** The words of mails about a case to those who work on it. `{name}` stands for what is put in. */
const en = {
  case: 'Case {number}',
  due: 'due {time}',
  warn: {
    subject: 'Case {number} runs out {time} · {where} · {who}',
    lead: 'The time is nearly used up: case {number} is due {time}.',
  },
  escalate: {
    subject: 'Case {number} has run out · {where} · {who}',
    lead: 'Case {number} was due {time} and nobody has resolved it. Its owner: {owner}.',
  },
  given: 'The case is yours now.',
  verify: {
    subject: 'Case {number} is not mended · {where} · {who}',
    lead: '{by} says that it is not mended. Case {number} is open again, and more urgent than it was.',
  },
  customer: 'The customer',
  note: { subject: '{by} mentions you in case {number} · {where} · {who}', lead: '{by} writes:' },
  said: 'What the customer said',
  open: 'Open the case',
  unsubscribe: 'Don’t write to me any more',
  nobody: 'nobody',
  anonymous: 'Anonymous customer',
  why: {
    warn: 'You get this because the case is yours, at {organization}.',
    escalate: 'You get this because {organization}’s escalation chain names you. An administrator can change it in the settings.',
    verify: 'You get this because the case is yours, at {organization}.',
    note: 'You get this because {by} mentioned you, at {organization}.',
  },
  whyInstead: {
    fallback:
      'You get this because nobody whom it is for at {organization} is there, and what reaches nobody else comes to you. An administrator can change that in the alert settings.',
    deputy:
      'You get this in place of {name}, at {organization}: they are away or their mailbox takes no mail, and you stand in for them.',
    off_work: 'You get this in place of {name}, at {organization}: they aren’t at work now and you are.',
    refused:
      'You get this because the mail to {name} could not be delivered, and somebody at {organization} has to know. An administrator can look at the address of {name} in the settings, under members.',
  },
}

export type CaseMailWords = typeof en

const zhCN: CaseMailWords = {
  case: '工单 {number}',
  due: '{time} 到期',
  warn: {
    subject: '工单 {number} 将于 {time} 到期 · {where} · {who}',
    lead: '处理时间所剩不多：工单 {number} 将于 {time} 到期。',
  },
  escalate: {
    subject: '工单 {number} 已超时 · {where} · {who}',
    lead: '工单 {number} 应于 {time} 前解决，目前仍未解决。负责人：{owner}。',
  },
  given: '该工单现已转交给您。',
  verify: {
    subject: '工单 {number} 尚未解决 · {where} · {who}',
    lead: '{by}表示问题尚未解决。工单 {number} 已重新打开，优先级高于之前。',
  },
  customer: '客户',
  note: { subject: '{by} 在工单 {number} 中提到了您 · {where} · {who}', lead: '{by} 写道：' },
  said: '客户原话',
  open: '打开工单',
  unsubscribe: '不再给我发邮件',
  nobody: '暂无',
  anonymous: '匿名客户',
  why: {
    warn: '您收到此邮件，是因为您负责{organization}的这个工单。',
    escalate: '您收到此邮件，是因为{organization}的升级流程将您列为通知对象。管理员可在设置中修改。',
    verify: '您收到此邮件，是因为您负责{organization}的这个工单。',
    note: '您收到此邮件，是因为 {by} 在{organization}的工单中提到了您。',
  },
  whyInstead: {
    fallback: '您收到此邮件，是因为{organization}的相关负责人都不在，而无人接收的通知由您处理。管理员可在预警设置中修改。',
    deputy: '您代{name}收到这封来自{organization}的邮件：对方不在或邮箱拒收邮件，由您代理。',
    off_work: '您代{name}收到这封来自{organization}的邮件：对方现在不在班，而您在班。',
    refused:
      '您收到此邮件，是因为发给{name}的邮件无法送达，而{organization}需要有人知晓此事。管理员可在“设置 → 成员”中核对{name}的邮箱地址。',
  },
}

export const caseMailWords = (locale: string): CaseMailWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)
