import { applyProgramme } from '@/pipeline/design/apply-programme'
import { bootstrap } from '@/pipeline/operate/bootstrap'

const text = (en: string, zh: string) => ({ en, 'zh-CN': zh })

/** A small company: one touchpoint with its owner, two surveys, a rule that opens a case and one that doesn't. */
export const programme = {
  members: {
    'olga@shop.example': { name: 'Olga Owner', role: 'owner' },
  },
  journeys: { order: { name: 'Order', stages: [{ key: 'receive', name: 'Receive', phase: 'sale' }] } },
  touchpoints: {
    delivery: { name: text('Delivery', '配送'), journey: 'order', stage: 'receive', channel: 'web', owner: 'olga@shop.example' },
  },
  surveys: {
    short: {
      touchpoint: 'delivery',
      locales: ['en', 'zh-CN'],
      title: text('Your delivery', '您的配送'),
      pages: [
        {
          questions: [
            { key: 'nps', kind: 'nps', required: true, text: text('Would you recommend us?', '您会推荐我们吗？') },
            { key: 'speed', kind: 'rating', scale: 5, text: text('Speed', '速度') },
          ],
        },
        {
          showIf: { field: 'answer.nps', op: 'lte', value: 6 },
          questions: [{ key: 'reason', kind: 'text', maxLength: 40, text: text('What went wrong?', '哪里出了问题？') }],
        },
      ],
      thanks: [{ text: text('Thank you', '谢谢') }],
    },
    csat: {
      touchpoint: 'delivery',
      title: 'Satisfied?',
      pages: [{ questions: [{ key: 'csat', kind: 'csat', text: 'How satisfied are you?' }] }],
    },
  },
  alertRules: {
    detractor: {
      name: 'Detractor',
      touchpoints: ['delivery'],
      when: { field: 'score.nps', op: 'lte', value: 6 },
      severity: 'high',
      notify: [{ to: 'touchpoint_owner', by: 'email' }],
      openCase: true,
    },
    unhappy: {
      name: 'Unhappy',
      touchpoints: ['delivery'],
      when: { field: 'score.csat', op: 'lte', value: 2 },
      severity: 'low',
      notify: [{ to: 'touchpoint_owner', by: 'email' }],
      openCase: false,
    },
  },
}

export const loadProgramme = async (): Promise<string> => {
  const { organizationId } = await bootstrap(new Date('2026-11-22T12:00:00Z'))
  const applied = await applyProgramme(organizationId, programme)
  if ('error' in applied) throw new Error(JSON.stringify(applied))
  return organizationId
}
