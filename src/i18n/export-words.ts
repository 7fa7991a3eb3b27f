import { answerWords } from './answer-words'
import en from './messages/en.json'
import zhCN from './messages/zh-CN.json'

/** The headings of a file of responses, by their keys. */
const enColumns = {
  id: 'Response',
  submittedAt: 'Submitted',
  startedAt: 'Started',
  acceptedAt: 'Accepted',
  'touchpoint.key': 'Touchpoint',
  survey: 'Survey',
  version: 'Version',
  'response.channel': 'Channel',
  'response.locale': 'Language',
  'response.source': 'Source',
  'response.status': 'Status',
  'score.nps': 'NPS',
  'score.nps.category': 'NPS group',
  'score.csat': 'CSAT',
  'score.csat.category': 'CSAT group',
  'score.ces': 'CES',
  'score.ces.category': 'CES group',
  'score.sentiment': 'Sentiment (−1 to 1)',
  'score.sentiment.category': 'Sentiment',
  'text.language': 'Language of the words',
  'text.topics': 'Topics',
  'text.keywords': 'Keywords',
  tags: 'Tags',
  cases: 'Cases',
  'customer.externalId': 'Customer ID',
  'customer.name': 'Customer',
  'customer.email': 'Customer’s email',
  'customer.phone': 'Customer’s phone',
  'customer.value': 'Customer’s value',
  customer: 'Customer',
  context: 'Context',
}

const zhColumns: typeof enColumns = {
  id: '答卷',
  submittedAt: '提交时间',
  startedAt: '开始时间',
  acceptedAt: '接收时间',
  'touchpoint.key': '触点',
  survey: '问卷',
  version: '版本',
  'response.channel': '渠道',
  'response.locale': '语言',
  'response.source': '来源',
  'response.status': '状态',
  'score.nps': 'NPS',
  'score.nps.category': 'NPS 分组',
  'score.csat': 'CSAT',
  'score.csat.category': 'CSAT 分组',
  'score.ces': 'CES',
  'score.ces.category': 'CES 分组',
  'score.sentiment': '情感（−1 至 1）',
  'score.sentiment.category': '情感倾向',
  'text.language': '留言语言',
  'text.topics': '主题',
  'text.keywords': '关键词',
  tags: '标签',
  cases: '工单',
  'customer.externalId': '客户编号',
  'customer.name': '客户',
  'customer.email': '客户邮箱',
  'customer.phone': '客户电话',
  'customer.value': '客户价值',
  customer: '客户',
  context: '附加信息',
}

/** Everything that a file of responses says in words of ours. */
export const exportWords = (locale: string) => {
  const isChinese = locale.toLowerCase().startsWith('zh')
  const messages = isChinese ? zhCN : en
  return {
    columns: isChinese ? zhColumns : enColumns,
    category: messages.category,
    channels: messages.channels,
    topics: messages.topics,
    status: messages.responses.is,
    answer: answerWords(locale),
    other: isChinese ? '其他' : 'Other',
    otherWords: isChinese ? '其他（原话）' : 'Other, in their words',
    codebook: isChinese ? '列说明' : 'Columns',
    codebookHead: isChinese ? ['列', '键', '含义'] : ['Column', 'Key', 'Meaning'],
    responses: messages.responses.title,
  }
}
