import { expect, test } from 'vitest'
import { alertContent } from '@/delivery/email/alert-content'
import { findingContent } from '@/delivery/email/finding-content'
import { renderAlert } from '@/delivery/email/render-alert'
import { type Finding, findingPath } from '@/domain/alert/finding'

const nps = { metric: 'nps', metricKind: 'nps', n: 96, value: 12.4, low: -3.1, high: 27.9 } as const
const findings: Record<Finding['kind'], Finding> = {
  no_answer: { kind: 'no_answer', days: 7, sentAt: '2026-05-01T20:00:00Z', customerId: 'c1' },
  shift: { kind: 'shift', since: '2026-05-02', direction: 'fall', before: { n: 310, value: 41.2 }, ...nps },
  standard_missed: { kind: 'standard_missed', from: '2026-05-01', target: 30, ...nps },
  overdue_share: { kind: 'overdue_share', days: 7, percent: 20, cases: 40, overdue: 12, share: 0.3, low: 0.181, high: 0.454 },
  dead_deliveries: { kind: 'dead_deliveries', hours: 24, count: 3 },
}
const say = (kind: Finding['kind'], locale: string) =>
  findingContent(findings[kind], { locale, timeZone: 'Asia/Shanghai', where: 'Courier', who: 'Mei' })

test.each([
  [
    'no_answer',
    'No answer for 7 days · Courier · Mei',
    'Mei was invited to answer about Courier on May 2 and hasn’t for 7 days.',
  ],
  [
    'shift',
    '▼ NPS has fallen since May 2 · Courier',
    'since May 2 it has stood at 12 (-3 to 28, n = 96). In the weeks before it was 41 (n = 310).',
  ],
  ['standard_missed', '▼ Standard missed · Courier · NPS 12', 'has been 12 since May 1 (-3 to 28, n = 96). Its standard is 30.'],
  ['overdue_share', '▼ 30% of cases ran out · Courier', '12 of the 40 cases of the last 7 days ran out: 30% (18.1% to 45.4%).'],
  ['dead_deliveries', '▼ Messages could not be delivered: 3', 'In the last 24 hours'],
] as const)('%s is told with since when, n and interval', (kind, subject, lead) => {
  expect(say(kind, 'en').subject).toBe(subject)
  expect(say(kind, 'en').lead).toContain(lead)
})

test('every one is told in both languages, with nothing left to fill in', () => {
  for (const kind of Object.keys(findings) as Finding['kind'][]) {
    const [en, zh] = [say(kind, 'en'), say(kind, 'zh-CN')]
    expect(zh.lead).not.toBe(en.lead)
    for (const { subject, lead, open } of [en, zh]) expect(`${subject} ${lead} ${open}`).not.toMatch(/[{}]|undefined/)
  }
})

test('of a metric of which less is better it says what the move means, and that the standard is the most', () => {
  const late = { metric: 'late', metricName: 'Late', metricKind: 'csat', better: 'less', n: 96, value: 0.24 } as const
  const tell = (finding: Finding, locale: string) =>
    findingContent(finding, { locale, timeZone: 'UTC', where: 'Courier', who: 'Mei' })
  const measured = { ...late, low: 0.17, high: 0.33 }
  const rise: Finding = { kind: 'shift', since: '2026-05-02', direction: 'rise', before: { n: 310, value: 0.08 }, ...measured }
  expect(tell(rise, 'en').subject).toBe('▲ Late has risen (for the worse) since May 2 · Courier')
  expect(tell({ ...rise, direction: 'fall' }, 'zh-CN').subject).toContain('▼ Late 自 5月2日 起下降（好转）')
  const missed: Finding = { kind: 'standard_missed', from: '2026-05-01', target: 0.1, ...measured }
  expect(tell(missed, 'en')).toMatchObject({
    subject: '▲ Standard missed · Courier · Late 24%',
    lead: expect.stringContaining('Its standard is at most 10%.'),
  })
  expect(tell(missed, 'zh-CN').lead).toContain('体验标准为不高于 10%。')
})

test('each leads to the screen that shows it, with the filter', () => {
  const path = (kind: Finding['kind'], touchpoint: string | null = 'courier') => findingPath(findings[kind], touchpoint)
  expect(path('no_answer')).toBe('/customers/c1')
  expect(path('shift')).toBe('/?touchpoint=courier')
  const own = { ...findings.shift, metric: 'on-time', metricName: 'On time' } as Finding
  expect(findingPath(own, 'courier')).toBe('/analysis/metrics/on-time?touchpoint=courier')
  expect(path('overdue_share')).toBe('/cases?view=overdue&touchpoint=courier')
  expect(path('overdue_share', null)).toBe('/cases?view=overdue')
  expect(path('dead_deliveries')).toBe('/deliveries?view=dead')
})

test('the mail says what was found instead of a customer’s words, as HTML and as text', () => {
  const input = {
    ...{ organization: { name: 'Aurora', timeZone: 'UTC' }, rule: { name: 'Falling' }, severity: 'high' as const, locale: 'en' },
    ...{ case: null, customer: null, response: null, history: { count: 0, last: null }, touchpoint: { name: 'Courier' } },
    ...{ finding: findings.shift, links: { acknowledge: 'https://x/a/1', open: 'https://x/?touchpoint=courier' } },
  }
  const { text, html } = renderAlert(input)
  expect(alertContent(input)).toMatchObject({ who: undefined, history: undefined, comments: [] })
  for (const said of [text, html]) {
    expect(said).toContain('NPS at Courier has fallen')
    expect(said).toContain('Open the numbers')
    expect(said).not.toMatch(/Anonymous|No comment|“NPS/)
  }
})
