/** What the runtime says of itself while it works: whether answers are safe, and how a kiosk goes on. */
export type Moments = {
  close: string
  saved: string
  /** no network: the answer waits here */
  kept: string
  /** the hosted page alone */
  kiosk: KioskWords
}

export type KioskWords = {
  startAgain: string
  /** in `{seconds}` */
  startsAgain: string
  stillThere: string
  goOn: string
  /** to the operator: `{count}` responses */
  waiting: string
}

const of = (close: string, saved: string, kept: string, kiosk: readonly [string, string, string, string, string]): Moments => {
  const [startAgain, startsAgain, stillThere, goOn, waiting] = kiosk
  return { close, saved, kept, kiosk: { startAgain, startsAgain, stillThere, goOn, waiting } }
}

export const moments: Readonly<Record<string, Moments>> = {
  en: of('Close', 'Saved', 'Offline: kept on this device for now', [
    'Start again',
    'Starts again in {seconds} s',
    'Are you still there?',
    'Continue',
    '{count} waiting to be sent',
  ]),
  'zh-CN': of('关闭', '已保存', '当前离线：暂存在本设备', [
    '重新开始',
    '{seconds} 秒后重新开始',
    '您还在吗？',
    '继续',
    '{count} 份待发送',
  ]),
  'zh-TW': of('關閉', '已儲存', '目前離線：暫存在本裝置', [
    '重新開始',
    '{seconds} 秒後重新開始',
    '您還在嗎？',
    '繼續',
    '{count} 份待傳送',
  ]),
  ja: of('閉じる', '保存しました', 'オフラインです。この端末に保管しています', [
    '最初から始める',
    '{seconds} 秒後に最初に戻ります',
    'まだご利用中ですか？',
    '続ける',
    '送信待ち {count} 件',
  ]),
  ko: of('닫기', '저장됨', '오프라인: 이 기기에 임시 보관 중', [
    '다시 시작',
    '{seconds}초 후 다시 시작합니다',
    '아직 계신가요?',
    '계속',
    '전송 대기 {count}건',
  ]),
  es: of('Cerrar', 'Guardado', 'Sin conexión: se conserva en este dispositivo', [
    'Empezar de nuevo',
    'Empieza de nuevo en {seconds} s',
    '¿Sigue ahí?',
    'Continuar',
    '{count} pendientes de envío',
  ]),
  fr: of('Fermer', 'Enregistré', 'Hors ligne : conservé sur cet appareil', [
    'Recommencer',
    'Nouveau départ dans {seconds} s',
    'Êtes-vous toujours là ?',
    'Continuer',
    '{count} en attente d’envoi',
  ]),
  de: of('Schließen', 'Gespeichert', 'Offline: vorerst auf diesem Gerät', [
    'Neu beginnen',
    'Beginnt in {seconds} s neu',
    'Sind Sie noch da?',
    'Weiter',
    '{count} noch nicht gesendet',
  ]),
  pt: of('Fechar', 'Guardado', 'Sem ligação: guardado neste dispositivo', [
    'Recomeçar',
    'Recomeça em {seconds} s',
    'Ainda está aí?',
    'Continuar',
    '{count} por enviar',
  ]),
  ar: of('إغلاق', 'تم الحفظ', 'لا يوجد اتصال: محفوظ على هذا الجهاز مؤقتًا', [
    'البدء من جديد',
    'يبدأ من جديد خلال {seconds} ث',
    'هل ما زلت هنا؟',
    'متابعة',
    '{count} في انتظار الإرسال',
  ]),
}
