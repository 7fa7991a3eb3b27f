/** Beside a survey's own texts, what telling an answer takes. `{text}` and `{count}` stand for what is put in. */
const en = {
  yes: 'Yes',
  no: 'No',
  other: 'Other: {text}',
  files: 'Files: {count}',
  experience: 'Experience',
  expectation: 'Expectation',
  importance: 'Importance',
  name: 'Name',
  email: 'Email',
  phone: 'Phone',
  company: 'Company',
}

type AnswerWords = typeof en

const zhCN: AnswerWords = {
  yes: '是',
  no: '否',
  other: '其他：{text}',
  files: '文件：{count} 个',
  experience: '实际体验',
  expectation: '期望',
  importance: '重要性',
  name: '姓名',
  email: '电子邮箱',
  phone: '电话',
  company: '公司',
}

export const answerWords = (locale: string): AnswerWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)
