import type { InvitationWords } from './words'

export const zhCN: InvitationWords = {
  unknown: { title: '链接无法使用', text: '链接可能不完整，请从收到的消息中重新打开。' },
  expired: { title: '邀请已过期', text: '已不再接受作答。感谢您愿意提供意见。' },
  ended: { title: '邀请已结束', text: '您曾表示不再接收问卷，因此这里不再接受作答。' },
  used: '您已经作答，无需再做什么。',
  confirm: { title: '不再接收问卷？', text: '按下按钮后，我们不会再向您征求意见。' },
  button: '不再询问我',
  done: { title: '我们不会再询问您', text: '已为您记录，对已在途中的邀请同样有效。' },
  deadLink: { title: '链接无法使用', text: '没有任何更改。请从收到的消息中重新打开。' },
}

export const zhTW: InvitationWords = {
  unknown: { title: '連結無法使用', text: '連結可能不完整，請從收到的訊息中重新開啟。' },
  expired: { title: '邀請已過期', text: '已不再接受作答。感謝您願意提供意見。' },
  ended: { title: '邀請已結束', text: '您曾表示不再接收問卷，因此這裡不再接受作答。' },
  used: '您已經作答，無需再做什麼。',
  confirm: { title: '不再接收問卷？', text: '按下按鈕後，我們不會再向您徵求意見。' },
  button: '不再詢問我',
  done: { title: '我們不會再詢問您', text: '已為您記錄，對已在途中的邀請同樣有效。' },
  deadLink: { title: '連結無法使用', text: '沒有任何變更。請從收到的訊息中重新開啟。' },
}

export const ja: InvitationWords = {
  unknown: {
    title: 'このリンクは使えません',
    text: 'リンクが途中で切れている可能性があります。メッセージからもう一度開いてください。',
  },
  expired: { title: 'この招待は期限が切れています', text: '回答の受け付けは終了しました。ご協力のお気持ちに感謝します。' },
  ended: { title: 'この招待は終了しました', text: '今後の送信を希望されなかったため、回答は受け付けていません。' },
  used: 'すでに回答済みです。ほかに必要なことはありません。',
  confirm: { title: 'アンケートを今後受け取りませんか？', text: 'ボタンを押すと、今後ご意見をお尋ねすることはありません。' },
  button: '今後は受け取らない',
  done: { title: '今後お尋ねすることはありません', text: '承りました。すでに送信途中の招待にも適用されます。' },
  deadLink: { title: 'このリンクは使えません', text: '何も変更されていません。メッセージからもう一度開いてください。' },
}

export const ko: InvitationWords = {
  unknown: { title: '사용할 수 없는 링크입니다', text: '링크가 완전하지 않을 수 있습니다. 메시지에서 다시 열어 주세요.' },
  expired: { title: '초대 기간이 지났습니다', text: '더 이상 답변을 받지 않습니다. 도와주시려는 마음에 감사드립니다.' },
  ended: { title: '종료된 초대입니다', text: '더 이상 보내지 말라고 요청하셨으므로 답변을 받지 않습니다.' },
  used: '이미 답변하셨습니다. 더 하실 일은 없습니다.',
  confirm: { title: '설문을 더 이상 받지 않으시겠습니까?', text: '버튼을 누르시면 다시는 의견을 여쭙지 않겠습니다.' },
  button: '더 이상 묻지 않기',
  done: { title: '다시 여쭙지 않겠습니다', text: '기록해 두었습니다. 이미 발송 중인 초대에도 적용됩니다.' },
  deadLink: { title: '사용할 수 없는 링크입니다', text: '변경된 것은 없습니다. 메시지에서 다시 열어 주세요.' },
}
