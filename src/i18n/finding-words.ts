/** The words of alerts about more than a single answer. `{name}` stands for what is put in. */
const en = {
  no_answer: {
    subject: 'No answer for {days} days · {where} · {who}',
    lead: '{who} was invited to answer about {where} on {sent} and hasn’t for {days} days.',
    open: 'Open the customer',
  },
  shift: {
    fall: 'has fallen',
    rise: 'has risen',
    riseForWorse: 'has risen (for the worse)',
    fallForBetter: 'has fallen (for the better)',
    subject: '{mark} {metric} {moved} since {since} · {where}',
    lead: '{metric} at {where} {moved}: since {since} it has stood at {value} ({interval}, n = {n}). In the weeks before it was {before} (n = {beforeN}).',
    open: 'Open the numbers',
  },
  standard_missed: {
    subject: '{mark} Standard missed · {where} · {metric} {value}',
    atMost: 'at most ',
    lead: '{metric} at {where} has been {value} since {from} ({interval}, n = {n}). Its standard is {most}{target}.',
    open: 'Open the numbers',
  },
  overdue_share: {
    subject: '▼ {share} of cases ran out · {where}',
    lead: '{overdue} of the {cases} cases of the last {days} days ran out: {share} ({interval}). The rule speaks up over {percent}.',
    open: 'Open what is overdue',
  },
  dead_deliveries: {
    subject: '▼ Messages could not be delivered: {count}',
    lead: 'In the last {hours} hours, this many messages could not be delivered and won’t be tried again: {count}. Each can be replayed once its cause is mended.',
    open: 'Open these messages',
  },
  interval: '{low} to {high}',
}

export type FindingWords = typeof en

const zhCN: FindingWords = {
  no_answer: {
    subject: '{days} 天未答 · {where} · {who}',
    lead: '{who} 于 {sent} 受邀就“{where}”作答，已过 {days} 天仍未作答。',
    open: '打开客户',
  },
  shift: {
    fall: '下降',
    rise: '上升',
    riseForWorse: '上升（变差）',
    fallForBetter: '下降（好转）',
    subject: '{mark} {metric} 自 {since} 起{moved} · {where}',
    lead: '“{where}”的 {metric} {moved}：自 {since} 起为 {value}（{interval}，n = {n}），此前数周为 {before}（n = {beforeN}）。',
    open: '查看数据',
  },
  standard_missed: {
    subject: '{mark} 未达体验标准 · {where} · {metric} {value}',
    atMost: '不高于',
    lead: '“{where}”的 {metric} 自 {from} 起为 {value}（{interval}，n = {n}），体验标准为{most} {target}。',
    open: '查看数据',
  },
  overdue_share: {
    subject: '▼ {share} 的工单超时 · {where}',
    lead: '最近 {days} 天的 {cases} 个工单中有 {overdue} 个超时，占 {share}（{interval}）；规则的上限为 {percent}。',
    open: '查看超时工单',
  },
  dead_deliveries: {
    subject: '▼ 有消息无法送达：{count} 条',
    lead: '最近 {hours} 小时内有 {count} 条消息无法送达，且不再重试。排除原因后可逐条重发。',
    open: '查看这些消息',
  },
  interval: '{low} 至 {high}',
}

export const findingWords = (locale: string): FindingWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)
