import type { VerifyWords } from './words'

export const en: VerifyWords = {
  subject: 'Has it been put right? ({organization})',
  text: 'You told us that something went wrong at {touchpoint}. We believe that it has been put right. You know best whether it has.',
  question: 'Has it been put right?',
  yes: 'Yes, it has',
  no: 'No, not yet',
  more: 'Anything you would like to add (optional)',
  case: 'Case {number}',
  unsubscribe: 'Don’t ask me again',
  thanksFixed: { title: 'Thank you', text: 'We are glad that it has been put right.' },
  thanksNotFixed: {
    title: 'Thank you for telling us',
    text: 'We have taken it up again, and whoever looks after it knows already.',
  },
  answered: { title: 'You have answered already', text: 'Nothing is left to do.' },
  over: { title: 'This question is no longer open', text: 'The matter has moved on since we asked. Nothing was changed.' },
  expired: { title: 'The time for this answer is over', text: 'Nothing was changed. A reply to our mail still reaches us.' },
  invalid: {
    title: 'This link doesn’t work',
    text: 'It may be incomplete. Please open it from the mail again. Nothing was changed.',
  },
}

export const de: VerifyWords = {
  subject: 'Ist es behoben? ({organization})',
  text: 'Sie haben uns geschrieben, dass bei „{touchpoint}“ etwas schiefgegangen ist. Wir meinen, dass es behoben ist. Am besten wissen Sie es.',
  question: 'Ist es behoben?',
  yes: 'Ja, es ist behoben',
  no: 'Nein, noch nicht',
  more: 'Möchten Sie etwas hinzufügen? (freiwillig)',
  case: 'Fall {number}',
  unsubscribe: 'Nicht mehr fragen',
  thanksFixed: { title: 'Danke', text: 'Wir freuen uns, dass es behoben ist.' },
  thanksNotFixed: {
    title: 'Danke, dass Sie es uns sagen',
    text: 'Wir nehmen die Sache wieder auf. Wer sich darum kümmert, weiß schon Bescheid.',
  },
  answered: { title: 'Sie haben schon geantwortet', text: 'Es ist nichts mehr zu tun.' },
  over: {
    title: 'Diese Frage ist nicht mehr offen',
    text: 'Seit unserer Frage hat sich etwas getan. Es wurde nichts geändert.',
  },
  expired: {
    title: 'Die Zeit für diese Antwort ist vorbei',
    text: 'Es wurde nichts geändert. Eine Antwort auf unsere E-Mail erreicht uns weiterhin.',
  },
  invalid: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht ist er unvollständig. Bitte öffnen Sie ihn noch einmal aus der E-Mail. Es wurde nichts geändert.',
  },
}

export const es: VerifyWords = {
  subject: '¿Se ha resuelto? ({organization})',
  text: 'Nos contó que algo salió mal en «{touchpoint}». Creemos que ya está resuelto. Usted lo sabe mejor que nadie.',
  question: '¿Se ha resuelto?',
  yes: 'Sí, está resuelto',
  no: 'No, todavía no',
  more: '¿Desea añadir algo? (opcional)',
  case: 'Caso {number}',
  unsubscribe: 'No me pregunten más',
  thanksFixed: { title: 'Gracias', text: 'Nos alegra que se haya resuelto.' },
  thanksNotFixed: {
    title: 'Gracias por decírnoslo',
    text: 'Lo hemos retomado, y la persona que se ocupa ya lo sabe.',
  },
  answered: { title: 'Ya ha respondido', text: 'No queda nada por hacer.' },
  over: {
    title: 'Esta pregunta ya no está abierta',
    text: 'El asunto ha avanzado desde que preguntamos. No se ha cambiado nada.',
  },
  expired: {
    title: 'El plazo para responder ha terminado',
    text: 'No se ha cambiado nada. Puede responder a nuestro correo.',
  },
  invalid: {
    title: 'Este enlace no funciona',
    text: 'Quizá esté incompleto. Ábralo de nuevo desde el correo. No se ha cambiado nada.',
  },
}

export const fr: VerifyWords = {
  subject: 'Est-ce réglé ? ({organization})',
  text: 'Vous nous avez signalé un problème concernant « {touchpoint} ». Nous pensons qu’il est réglé. C’est vous qui le savez le mieux.',
  question: 'Est-ce réglé ?',
  yes: 'Oui, c’est réglé',
  no: 'Non, pas encore',
  more: 'Souhaitez-vous ajouter quelque chose ? (facultatif)',
  case: 'Dossier {number}',
  unsubscribe: 'Ne plus me solliciter',
  thanksFixed: { title: 'Merci', text: 'Nous sommes heureux que ce soit réglé.' },
  thanksNotFixed: {
    title: 'Merci de nous l’avoir dit',
    text: 'Nous reprenons le dossier, et la personne qui s’en charge le sait déjà.',
  },
  answered: { title: 'Vous avez déjà répondu', text: 'Il n’y a plus rien à faire.' },
  over: { title: 'Cette question n’est plus ouverte', text: 'Le dossier a avancé depuis notre question. Rien n’a été changé.' },
  expired: {
    title: 'Le délai de réponse est passé',
    text: 'Rien n’a été changé. Vous pouvez toujours répondre à notre courriel.',
  },
  invalid: {
    title: 'Ce lien ne fonctionne pas',
    text: 'Il est peut-être incomplet. Ouvrez-le de nouveau depuis le courriel. Rien n’a été changé.',
  },
}

export const pt: VerifyWords = {
  subject: 'Ficou resolvido? ({organization})',
  text: 'Disse-nos que algo correu mal em «{touchpoint}». Acreditamos que já está resolvido. Quem melhor sabe é o cliente.',
  question: 'Ficou resolvido?',
  yes: 'Sim, está resolvido',
  no: 'Não, ainda não',
  more: 'Quer acrescentar alguma coisa? (opcional)',
  case: 'Caso {number}',
  unsubscribe: 'Não me perguntem mais',
  thanksFixed: { title: 'Obrigado', text: 'Ficamos contentes por estar resolvido.' },
  thanksNotFixed: { title: 'Obrigado por nos dizer', text: 'Retomámos o assunto, e quem trata dele já sabe.' },
  answered: { title: 'Já respondeu', text: 'Não falta fazer nada.' },
  over: { title: 'Esta pergunta já não está aberta', text: 'O assunto avançou desde que perguntámos. Nada foi alterado.' },
  expired: { title: 'O prazo para responder terminou', text: 'Nada foi alterado. Pode sempre responder ao nosso e-mail.' },
  invalid: {
    title: 'Este link não funciona',
    text: 'Talvez esteja incompleto. Abra-o de novo a partir do e-mail. Nada foi alterado.',
  },
}

export const ar: VerifyWords = {
  subject: 'هل حُلّت المشكلة؟ ({organization})',
  text: 'أخبرتنا بأن أمرًا لم يسر على ما يرام في «{touchpoint}». نعتقد أنه حُلّ الآن، وأنت أدرى بذلك.',
  question: 'هل حُلّت المشكلة؟',
  yes: 'نعم، حُلّت',
  no: 'لا، ليس بعد',
  more: 'هل تود إضافة شيء؟ (اختياري)',
  case: 'الحالة {number}',
  unsubscribe: 'لا تسألوني بعد الآن',
  thanksFixed: { title: 'شكرًا لك', text: 'يسعدنا أن المشكلة قد حُلّت.' },
  thanksNotFixed: { title: 'شكرًا لإخبارنا', text: 'استأنفنا العمل على الأمر، والمسؤول عنه على علم بذلك.' },
  answered: { title: 'لقد أجبت من قبل', text: 'لم يبقَ شيء لفعله.' },
  over: { title: 'لم يعد هذا السؤال مفتوحًا', text: 'تغيّر الأمر منذ أن سألناك. لم يُغيَّر شيء.' },
  expired: { title: 'انتهى وقت هذه الإجابة', text: 'لم يُغيَّر شيء. ما زال بإمكانك الرد على رسالتنا.' },
  invalid: { title: 'هذا الرابط لا يعمل', text: 'قد يكون غير مكتمل. يُرجى فتحه من الرسالة مرة أخرى. لم يُغيَّر شيء.' },
}
