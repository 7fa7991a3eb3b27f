import type { InvitationWords } from './words'

export const en: InvitationWords = {
  unknown: { title: 'This link doesn’t work', text: 'It may be incomplete. Please open it from the message again.' },
  expired: { title: 'This invitation has expired', text: 'It no longer takes answers. Thank you for wanting to help.' },
  ended: { title: 'This invitation has ended', text: 'You asked us not to send you any more of them, so it takes no answers.' },
  used: 'You have answered already. Nothing is left to do.',
  confirm: { title: 'No more surveys?', text: 'We won’t ask you for your opinion again once you press the button.' },
  button: 'Don’t ask me again',
  done: {
    title: 'You won’t be asked again',
    text: 'We have noted it. It also holds for invitations that are still on their way.',
  },
  deadLink: { title: 'This link doesn’t work', text: 'Nothing was changed. Please open it from the message again.' },
}

export const es: InvitationWords = {
  unknown: { title: 'Este enlace no funciona', text: 'Quizá esté incompleto. Ábralo de nuevo desde el mensaje.' },
  expired: { title: 'Esta invitación ha caducado', text: 'Ya no admite respuestas. Gracias por querer ayudar.' },
  ended: { title: 'Esta invitación ha terminado', text: 'Nos pidió que no le enviáramos más, por eso no admite respuestas.' },
  used: 'Ya ha respondido. No queda nada por hacer.',
  confirm: { title: '¿No más encuestas?', text: 'Cuando pulse el botón, no volveremos a pedirle su opinión.' },
  button: 'No me pregunten más',
  done: {
    title: 'No volveremos a preguntarle',
    text: 'Lo hemos anotado. También vale para las invitaciones que aún están en camino.',
  },
  deadLink: { title: 'Este enlace no funciona', text: 'No se ha cambiado nada. Ábralo de nuevo desde el mensaje.' },
}

export const fr: InvitationWords = {
  unknown: { title: 'Ce lien ne fonctionne pas', text: 'Il est peut-être incomplet. Ouvrez-le de nouveau depuis le message.' },
  expired: { title: 'Cette invitation a expiré', text: 'Elle n’accepte plus de réponses. Merci d’avoir voulu nous aider.' },
  ended: {
    title: 'Cette invitation est terminée',
    text: 'Vous nous avez demandé de ne plus vous en envoyer : elle n’accepte donc pas de réponses.',
  },
  used: 'Vous avez déjà répondu. Il n’y a plus rien à faire.',
  confirm: { title: 'Plus d’enquêtes ?', text: 'Une fois le bouton pressé, nous ne vous demanderons plus votre avis.' },
  button: 'Ne plus me solliciter',
  done: { title: 'Vous ne serez plus sollicité', text: 'C’est noté. Cela vaut aussi pour les invitations déjà en route.' },
  deadLink: { title: 'Ce lien ne fonctionne pas', text: 'Rien n’a été changé. Ouvrez-le de nouveau depuis le message.' },
}

export const de: InvitationWords = {
  unknown: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Vielleicht ist er unvollständig. Bitte öffnen Sie ihn noch einmal aus der Nachricht.',
  },
  expired: {
    title: 'Diese Einladung ist abgelaufen',
    text: 'Sie nimmt keine Antworten mehr an. Danke, dass Sie helfen wollten.',
  },
  ended: {
    title: 'Diese Einladung ist beendet',
    text: 'Sie wollten keine weiteren bekommen, deshalb nimmt sie keine Antworten an.',
  },
  used: 'Sie haben schon geantwortet. Es ist nichts mehr zu tun.',
  confirm: {
    title: 'Keine Umfragen mehr?',
    text: 'Wenn Sie auf die Schaltfläche drücken, fragen wir Sie nicht mehr nach Ihrer Meinung.',
  },
  button: 'Nicht mehr fragen',
  done: { title: 'Wir fragen Sie nicht mehr', text: 'Das ist vermerkt. Es gilt auch für Einladungen, die noch unterwegs sind.' },
  deadLink: {
    title: 'Dieser Link funktioniert nicht',
    text: 'Es wurde nichts geändert. Bitte öffnen Sie ihn noch einmal aus der Nachricht.',
  },
}

export const pt: InvitationWords = {
  unknown: { title: 'Este link não funciona', text: 'Talvez esteja incompleto. Abra-o de novo a partir da mensagem.' },
  expired: { title: 'Este convite expirou', text: 'Já não aceita respostas. Obrigado por querer ajudar.' },
  ended: { title: 'Este convite terminou', text: 'Pediu-nos que não enviássemos mais, por isso não aceita respostas.' },
  used: 'Já respondeu. Não falta fazer nada.',
  confirm: { title: 'Sem mais inquéritos?', text: 'Depois de premir o botão, não voltaremos a pedir a sua opinião.' },
  button: 'Não me perguntem mais',
  done: { title: 'Não voltaremos a perguntar', text: 'Ficou registado. Vale também para convites que ainda estão a caminho.' },
  deadLink: { title: 'Este link não funciona', text: 'Nada foi alterado. Abra-o de novo a partir da mensagem.' },
}

export const ar: InvitationWords = {
  unknown: { title: 'هذا الرابط لا يعمل', text: 'قد يكون غير مكتمل. يُرجى فتحه من الرسالة مرة أخرى.' },
  expired: { title: 'انتهت صلاحية هذه الدعوة', text: 'لم تعد تقبل الإجابات. شكرًا لرغبتك في المساعدة.' },
  ended: { title: 'انتهت هذه الدعوة', text: 'لقد طلبت ألا نرسل إليك المزيد، لذلك لا تقبل الإجابات.' },
  used: 'لقد أجبت من قبل. لم يبقَ شيء لفعله.',
  confirm: { title: 'لا مزيد من الاستبيانات؟', text: 'بعد الضغط على الزر لن نطلب رأيك مرة أخرى.' },
  button: 'لا تسألوني بعد الآن',
  done: { title: 'لن نسألك مرة أخرى', text: 'سجّلنا ذلك، وهو يسري أيضًا على الدعوات التي ما زالت في الطريق.' },
  deadLink: { title: 'هذا الرابط لا يعمل', text: 'لم يتغير شيء. يُرجى فتحه من الرسالة مرة أخرى.' },
}
