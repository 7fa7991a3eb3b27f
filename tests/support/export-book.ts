import type { ExportBook, ExportRow } from '@/domain/export/export'
import type { SurveyDefinition } from '@/domain/survey/definition'

/** A book of one survey's one version, and a response to it. */
export const bookOf = (definition: SurveyDefinition, more: Partial<ExportBook> = {}): ExportBook => ({
  values: 'labels',
  locale: 'en',
  timeZone: 'Asia/Shanghai',
  hasCustomers: true,
  surveys: new Map([['s', { key: 'stay', title: { en: 'Your stay', 'zh-CN': '您的入住' } }]]),
  touchpoints: new Map([['t', { key: 'desk', name: { en: 'Front desk', 'zh-CN': '前台' }, channel: 'email' }]]),
  versions: [{ surveyId: 's', number: 1, responses: 1, definition }],
  contextKeys: ['shop'],
  attributeKeys: ['tier'],
  ...more,
})

export const rowOf = (more: Partial<ExportRow> = {}): ExportRow => ({
  id: '0190a0b0-0000-7000-8000-000000000001',
  surveyId: 's',
  version: 1,
  touchpointId: 't',
  status: 'completed',
  channel: null,
  locale: 'en',
  source: null,
  startedAt: null,
  submittedAt: new Date('2026-05-01T16:30:05Z'),
  acceptedAt: new Date('2026-05-01T16:30:06Z'),
  answers: {},
  context: { shop: 's1', unlisted: 1 },
  scores: { nps: { value: 9, category: 'promoter' } },
  text: [],
  tags: ['VIP', 'call'],
  cases: [7],
  customer: { externalId: 'c1', name: 'Mei', email: null, phone: '+86', value: 12.5, attributes: { tier: 'gold' } },
  ...more,
})
