import type { CaseMail, CaseOptions, RecoveryAction, RootCause } from './options'

const named = (en: string, zh: string) => ({ name: { en, 'zh-CN': zh }, archived: false })

const rootCauses: Record<string, RootCause> = {
  product: named('Product', '产品'),
  price: named('Price', '价格'),
  delivery: named('Delivery', '配送'),
  staff: named('Staff', '员工'),
  service: named('Service', '服务'),
  website: named('Website', '网站'),
  billing: named('Billing', '账单'),
  other: named('Other', '其他'),
}

const recoveryActions: Record<string, RecoveryAction> = {
  apology: named('Apology', '致歉'),
  call: named('Call back', '回电'),
  replacement: named('Replacement', '换货'),
  refund: named('Refund', '退款'),
  discount: named('Discount', '折扣'),
  voucher: named('Voucher', '代金券'),
  other: named('Other', '其他'),
}

const caseMails: Record<string, CaseMail> = {
  apology: {
    ...named('Apology', '致歉'),
    subject: { en: 'About your experience with {touchpoint}', 'zh-CN': '关于您在“{touchpoint}”的体验' },
    text: {
      en: 'Dear {customer},\n\nthank you for telling us what went wrong. I am sorry about it, and I am looking into it now. You hear from me as soon as I know more.\n\n{owner}\n{organization}',
      'zh-CN':
        '{customer}，您好：\n\n感谢您把问题告诉我们。给您带来了不便，非常抱歉，我正在处理此事，一有进展就会告诉您。\n\n{owner}\n{organization}',
    },
  },
  question: {
    ...named('Ask for details', '了解详情'),
    subject: { en: 'A question about your answer (case {case})', 'zh-CN': '想向您了解一些情况（工单 {case}）' },
    text: {
      en: 'Dear {customer},\n\nto put things right I need to know a little more: what happened, and when? A reply to this mail reaches me.\n\n{owner}\n{organization}',
      'zh-CN':
        '{customer}，您好：\n\n为了尽快解决问题，想再了解一下：当时发生了什么，是什么时候？直接回复此邮件即可。\n\n{owner}\n{organization}',
    },
  },
  mended: {
    ...named('It is mended', '已经解决'),
    subject: { en: 'We have put it right (case {case})', 'zh-CN': '您反映的问题已处理（工单 {case}）' },
    text: {
      en: 'Dear {customer},\n\nwe have put right what went wrong at {touchpoint}. If anything is still not as it should be, a reply to this mail reaches me.\n\n{owner}\n{organization}',
      'zh-CN':
        '{customer}，您好：\n\n您在“{touchpoint}”遇到的问题已经处理好。如仍有不妥，直接回复此邮件即可。\n\n{owner}\n{organization}',
    },
  },
}

/** What the product comes with. An organization's own row under the same key has its say over it. */
export const defaultCaseOptions: CaseOptions = { rootCauses, recoveryActions, caseMails }
