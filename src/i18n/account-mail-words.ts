/** The words of the mails about a member's own account. `{name}` stands for what is put in. */
const en = {
  invite: {
    subject: '{organization} invites you to Earshot',
    lead: 'You have been made a member of {organization} in Earshot, where it hears what its customers say.',
    button: 'Choose your password',
    hint: 'The link works once, for {days} days. If you didn’t expect this, you can ignore it.',
  },
  welcome: {
    subject: '{organization} has made you a member',
    lead: 'You have been made a member of {organization} in Earshot. Sign in as you always do.',
    button: 'Sign in',
    hint: 'If you didn’t expect this, you can ignore it.',
  },
  password: {
    subject: 'Choose a new password for Earshot',
    lead: 'Somebody, probably you, asked to choose a new password for {email}.',
    button: 'Choose a new password',
    hint: 'The link works once, for {hours} hours. If it wasn’t you, ignore this mail: your password stays as it is.',
  },
}

export type AccountMailWords = typeof en

const zhCN: AccountMailWords = {
  invite: {
    subject: '{organization}邀请您使用 Earshot',
    lead: '您已成为{organization}在 Earshot 中的成员。企业在这里倾听客户的声音。',
    button: '设置密码',
    hint: '链接 {days} 天内有效，仅可使用一次。如果您不知情，请忽略此邮件。',
  },
  welcome: {
    subject: '{organization}已将您添加为成员',
    lead: '您已成为{organization}在 Earshot 中的成员，请照常登录。',
    button: '登录',
    hint: '如果您不知情，请忽略此邮件。',
  },
  password: {
    subject: '设置新的 Earshot 密码',
    lead: '有人（可能是您本人）请求为 {email} 设置新密码。',
    button: '设置新密码',
    hint: '链接 {hours} 小时内有效，仅可使用一次。如非本人操作，请忽略此邮件，密码不会改变。',
  },
}

export const accountMailWords = (locale: string): AccountMailWords => (locale.toLowerCase().startsWith('zh') ? zhCN : en)
