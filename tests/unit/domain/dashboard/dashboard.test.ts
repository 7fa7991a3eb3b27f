import { expect, test } from 'vitest'
import { dashboardSchema } from '@/domain/dashboard/dashboard'
import { dashboardTemplates, fromTemplate } from '@/domain/dashboard/templates'
import { widgetKinds, widgetSizes } from '@/domain/dashboard/widget-kinds'
import { parse } from '@/domain/parse'

const number = { kind: 'number', id: 'a', x: 0, y: 0, w: 3, h: 2, metric: 'nps' }
const given = (widgets: object[], more: object = {}) => ({ name: 'Mine', isShared: false, widgets, ...more })

test.each(dashboardTemplates)('the template %s is a valid dashboard that stands as it was drawn', (template) => {
  const { name, widgets } = fromTemplate(template)
  expect(parse(dashboardSchema, { name, widgets, isShared: false })).toEqual({ value: { name, widgets, isShared: false } })
  expect(Object.keys(name)).toEqual(['en', 'zh-CN'])
})

test('widgets that overlap are put below one another', () => {
  expect(parse(dashboardSchema, given([number, { ...number, id: 'b' }]))).toMatchObject({
    value: {
      widgets: [
        { id: 'a', y: 0 },
        { id: 'b', y: 2 },
      ],
    },
  })
})

test('a metric of one’s own has a distribution as those of the field have', () => {
  const widget = { ...number, kind: 'distribution', metric: 'on-time' }
  expect(parse(dashboardSchema, given([widget]))).toMatchObject({ value: { widgets: [widget] } })
})

test.each([
  [given([number, number]), 'widgets'],
  [given(Array.from({ length: 25 }, (_, at) => ({ ...number, id: `w${at}` }))), 'widgets'],
  [given([{ ...number, metric: 'The weather' }]), 'widgets[0].metric'],
  [given([{ ...number, w: 13 }]), 'widgets[0].w'],
  [given([{ ...number, only: { where: 'nonsense' } }]), 'widgets[0].only.where'],
  [given([{ ...number, html: '<b>' }]), 'widgets[0]'],
  [given([{ kind: 'note', id: 'a', x: 0, y: 0, w: 3, h: 2, text: ' ' }]), 'widgets[0].text'],
  [given([], { name: { en: '' } }), 'name'],
  [given([], { name: 'x'.repeat(81) }), 'name'],
])('%j is refused at %s', (input, path) => {
  const parsed = parse(dashboardSchema, input)
  expect('errors' in parsed && parsed.errors.map((issue) => issue.path).join(' ')).toContain(path)
})

test('every kind has a size to begin with that is no smaller than the least', () => {
  for (const kind of widgetKinds) {
    const { usual, least } = widgetSizes[kind]
    expect(usual.w >= least.w && usual.h >= least.h).toBe(true)
  }
})
