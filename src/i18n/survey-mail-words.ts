/** What a survey's mail says beside the survey's own words, in the languages that its pages speak. */
export type SurveyMailWords = { answer: string; ends: Record<'nps' | 'csat' | 'ces', { low: string; high: string }> }

export const surveyMailWords: Readonly<Record<string, SurveyMailWords>> = {
  en: {
    answer: 'Answer the survey',
    ends: {
      nps: { low: 'Not at all likely', high: 'Extremely likely' },
      csat: { low: 'Very dissatisfied', high: 'Very satisfied' },
      ces: { low: 'Very difficult', high: 'Very easy' },
    },
  },
  'zh-CN': {
    answer: '填写问卷',
    ends: {
      nps: { low: '完全不可能', high: '非常可能' },
      csat: { low: '非常不满意', high: '非常满意' },
      ces: { low: '非常困难', high: '非常容易' },
    },
  },
  'zh-TW': {
    answer: '填寫問卷',
    ends: {
      nps: { low: '完全不可能', high: '非常可能' },
      csat: { low: '非常不滿意', high: '非常滿意' },
      ces: { low: '非常困難', high: '非常容易' },
    },
  },
  ja: {
    answer: 'アンケートに回答する',
    ends: {
      nps: { low: 'まったく思わない', high: '非常にそう思う' },
      csat: { low: '非常に不満', high: '非常に満足' },
      ces: { low: '非常に難しい', high: '非常に簡単' },
    },
  },
  ko: {
    answer: '설문에 응답하기',
    ends: {
      nps: { low: '전혀 그렇지 않음', high: '매우 그러함' },
      csat: { low: '매우 불만족', high: '매우 만족' },
      ces: { low: '매우 어려움', high: '매우 쉬움' },
    },
  },
  es: {
    answer: 'Responder la encuesta',
    ends: {
      nps: { low: 'Nada probable', high: 'Muy probable' },
      csat: { low: 'Muy insatisfecho', high: 'Muy satisfecho' },
      ces: { low: 'Muy difícil', high: 'Muy fácil' },
    },
  },
  fr: {
    answer: 'Répondre à l’enquête',
    ends: {
      nps: { low: 'Pas du tout probable', high: 'Très probable' },
      csat: { low: 'Très insatisfait', high: 'Très satisfait' },
      ces: { low: 'Très difficile', high: 'Très facile' },
    },
  },
  de: {
    answer: 'Umfrage beantworten',
    ends: {
      nps: { low: 'Sehr unwahrscheinlich', high: 'Sehr wahrscheinlich' },
      csat: { low: 'Sehr unzufrieden', high: 'Sehr zufrieden' },
      ces: { low: 'Sehr schwierig', high: 'Sehr einfach' },
    },
  },
  pt: {
    answer: 'Responder ao inquérito',
    ends: {
      nps: { low: 'Nada provável', high: 'Muito provável' },
      csat: { low: 'Muito insatisfeito', high: 'Muito satisfeito' },
      ces: { low: 'Muito difícil', high: 'Muito fácil' },
    },
  },
  ar: {
    answer: 'الإجابة عن الاستبيان',
    ends: {
      nps: { low: 'غير محتمل إطلاقًا', high: 'محتمل جدًا' },
      csat: { low: 'غير راضٍ إطلاقًا', high: 'راضٍ جدًا' },
      ces: { low: 'صعب جدًا', high: 'سهل جدًا' },
    },
  },
}
