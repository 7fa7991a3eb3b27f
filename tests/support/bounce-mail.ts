type Bounced = {
  recipient: string
  messageId?: string
  action?: string
  status?: string
  diagnostic?: string
  /** of the report's last part, as servers differ: the whole mail, or its head alone */
  original?: 'message/rfc822' | 'text/rfc822-headers'
  more?: string
}

/** A delivery status notification as Postfix writes them (RFC 3464), with lines as they travel. */
export const bounceMail = (bounced: Bounced): string => {
  const { recipient, messageId, action = 'failed', status = '5.1.1', original = 'message/rfc822', more = '' } = bounced
  const { diagnostic = `smtp; 550 ${status} <${recipient}>: Recipient address rejected: User unknown` } = bounced
  return [
    'Date: Mon, 23 Nov 2026 08:00:00 +0000 (UTC)',
    'From: MAILER-DAEMON@mx.shop.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: earshot@shop.example',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status;',
    '\tboundary="4ABC.1700000000/mx.shop.example"',
    'Message-Id: <20261123080000.DEF@mx.shop.example>',
    '',
    'This is a MIME-encapsulated message.',
    '',
    '--4ABC.1700000000/mx.shop.example',
    'Content-Description: Notification',
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system at host mx.shop.example.',
    '',
    '--4ABC.1700000000/mx.shop.example',
    'Content-Description: Delivery report',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.shop.example',
    'X-Postfix-Queue-ID: 4ABC',
    'Arrival-Date: Mon, 23 Nov 2026 07:59:58 +0000 (UTC)',
    '',
    `Final-Recipient: rfc822; ${recipient}`,
    `Original-Recipient: rfc822;${recipient}`,
    `Action: ${action}`,
    `Status: ${status}`,
    'Remote-MTA: dns; mx.home.example',
    `Diagnostic-Code: ${diagnostic}`,
    ...(more ? ['', more] : []),
    '',
    '--4ABC.1700000000/mx.shop.example',
    `Content-Type: ${original}`,
    '',
    'From: Earshot <earshot@shop.example>',
    ...(messageId ? [`Message-ID: <${messageId}>`] : []),
    'Subject: An alert',
    '',
    ...(original === 'message/rfc822' ? ['Message-ID: <not@the.head>', 'Words.'] : []),
    '--4ABC.1700000000/mx.shop.example--',
    '',
  ].join('\r\n')
}
