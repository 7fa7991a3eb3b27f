import type { SurveyDefinition } from '@/domain/survey/definition'

/** A survey with every kind and some logic, in two languages. */
export const everyKind: SurveyDefinition = {
  touchpoint: 'delivery',
  locales: ['en', 'zh-CN'],
  title: { en: 'Your delivery', 'zh-CN': '您的配送' },
  idleSeconds: 60,
  pages: [
    {
      questions: [
        { key: 'nps', kind: 'nps', role: 'outcome', required: true, text: { en: 'How likely?', 'zh-CN': '多大可能?' } },
        { key: 'speed', kind: 'rating', scale: 5, role: 'driver', text: 'Speed' },
        { key: 'intro', kind: 'statement', text: 'Two more pages' },
      ],
    },
    {
      showIf: { field: 'answer.nps', op: 'lte', value: 6 },
      questions: [
        { key: 'reason', kind: 'text', role: 'reason', required: true, maxLength: 100, text: 'What went wrong?' },
        {
          key: 'what',
          kind: 'multi_choice',
          minimum: 1,
          maximum: 2,
          other: true,
          text: 'Which of these?',
          options: [
            { key: 'late', text: 'Late' },
            { key: 'broken', text: 'Broken' },
            { key: 'rude', text: 'Rude' },
          ],
        },
        {
          key: 'how-late',
          kind: 'rating',
          scale: 10,
          text: 'How late?',
          showIf: { field: 'answer.what', op: 'in', value: ['late'] },
        },
      ],
    },
    {
      questions: [
        { key: 'csat', kind: 'csat', text: 'Satisfied?' },
        { key: 'ces', kind: 'ces', text: 'Easy?' },
        {
          key: 'again',
          kind: 'single_choice',
          other: true,
          text: 'Again?',
          options: [
            { key: 'yes', text: 'Yes' },
            { key: 'no', text: 'No' },
          ],
        },
      ],
    },
  ],
  thanks: [{ when: { field: 'answer.nps', op: 'gte', value: 9 }, text: 'Lovely' }, { text: 'Thank you' }],
}
