import type { VerifyWords } from './words'

export const zhCN: VerifyWords = {
  subject: '您反映的问题解决了吗？（{organization}）',
  text: '您曾告诉我们“{touchpoint}”出了问题。我们认为问题已经解决，是否真的解决，由您说了算。',
  question: '问题解决了吗？',
  yes: '已经解决',
  no: '还没有解决',
  more: '还想补充什么吗？（选填）',
  case: '工单 {number}',
  unsubscribe: '不再询问我',
  thanksFixed: { title: '谢谢您', text: '很高兴问题已经解决。' },
  thanksNotFixed: { title: '感谢您告诉我们', text: '我们已重新跟进此事，负责人已收到通知。' },
  answered: { title: '您已经回答过了', text: '无需再做什么。' },
  over: { title: '这个问题已不再需要回答', text: '我们询问之后，情况已有变化。此次未作任何更改。' },
  expired: { title: '回答期限已过', text: '此次未作任何更改。您仍可直接回复我们的邮件。' },
  invalid: { title: '链接无法使用', text: '链接可能不完整，请从邮件中重新打开。此次未作任何更改。' },
}

export const zhTW: VerifyWords = {
  subject: '您反映的問題解決了嗎？（{organization}）',
  text: '您曾告訴我們「{touchpoint}」出了問題。我們認為問題已經解決，是否真的解決，由您說了算。',
  question: '問題解決了嗎？',
  yes: '已經解決',
  no: '還沒有解決',
  more: '還想補充什麼嗎？（選填）',
  case: '案件 {number}',
  unsubscribe: '不再詢問我',
  thanksFixed: { title: '謝謝您', text: '很高興問題已經解決。' },
  thanksNotFixed: { title: '感謝您告訴我們', text: '我們已重新跟進此事，負責人已收到通知。' },
  answered: { title: '您已經回答過了', text: '無需再做什麼。' },
  over: { title: '這個問題已不再需要回答', text: '我們詢問之後，情況已有變化。此次未作任何變更。' },
  expired: { title: '回答期限已過', text: '此次未作任何變更。您仍可直接回覆我們的郵件。' },
  invalid: { title: '連結無法使用', text: '連結可能不完整，請從郵件中重新開啟。此次未作任何變更。' },
}

export const ja: VerifyWords = {
  subject: '問題は解決しましたか？（{organization}）',
  text: '「{touchpoint}」で問題があったとお知らせいただきました。こちらでは解決したと考えておりますが、いかがでしょうか。',
  question: '問題は解決しましたか？',
  yes: 'はい、解決しました',
  no: 'いいえ、まだです',
  more: 'ほかに伝えたいこと（任意）',
  case: 'ケース {number}',
  unsubscribe: '今後は受け取らない',
  thanksFixed: { title: 'ありがとうございます', text: '解決したとのこと、安心いたしました。' },
  thanksNotFixed: { title: 'お知らせありがとうございます', text: '対応を再開しました。担当者にもすでに伝わっています。' },
  answered: { title: 'すでに回答済みです', text: 'ほかに必要なことはありません。' },
  over: { title: 'この質問は受け付けを終了しました', text: 'お尋ねした後に状況が変わりました。何も変更されていません。' },
  expired: { title: '回答期限が過ぎました', text: '何も変更されていません。メールへの返信は引き続き届きます。' },
  invalid: {
    title: 'このリンクは使えません',
    text: 'リンクが途中で切れている可能性があります。メールからもう一度開いてください。何も変更されていません。',
  },
}

export const ko: VerifyWords = {
  subject: '문제가 해결되었나요? ({organization})',
  text: '‘{touchpoint}’에서 문제가 있었다고 알려 주셨습니다. 저희는 해결되었다고 생각하지만, 고객님의 판단이 가장 중요합니다.',
  question: '문제가 해결되었나요?',
  yes: '네, 해결되었습니다',
  no: '아니요, 아직입니다',
  more: '덧붙이실 말씀이 있나요? (선택)',
  case: '사례 {number}',
  unsubscribe: '더 이상 묻지 않기',
  thanksFixed: { title: '감사합니다', text: '해결되어 기쁩니다.' },
  thanksNotFixed: { title: '알려 주셔서 감사합니다', text: '다시 처리하고 있으며, 담당자에게도 이미 알렸습니다.' },
  answered: { title: '이미 답변하셨습니다', text: '더 하실 일은 없습니다.' },
  over: { title: '더 이상 답변을 받지 않는 질문입니다', text: '여쭌 뒤로 상황이 바뀌었습니다. 변경된 것은 없습니다.' },
  expired: { title: '답변 기간이 지났습니다', text: '변경된 것은 없습니다. 메일에 답장하시면 저희에게 전달됩니다.' },
  invalid: {
    title: '사용할 수 없는 링크입니다',
    text: '링크가 완전하지 않을 수 있습니다. 메일에서 다시 열어 주세요. 변경된 것은 없습니다.',
  },
}
