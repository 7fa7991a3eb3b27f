import { expect, test } from 'vitest'
import { nextWall, readEvery } from '@/app/(bare)/dashboards/[id]/wall/rotation'
import { wallScale, wallScreens } from '@/app/(bare)/dashboards/[id]/wall/wall-size'
import { addWidget, copyWidget, removeWidget, stepOfKey, stepWidget } from '@/app/(console)/dashboards/[id]/edit/_editor/compose'
import { dashboardSchema, type Widget } from '@/domain/dashboard/dashboard'
import { fromTemplate } from '@/domain/dashboard/templates'
import { widgetKinds } from '@/domain/dashboard/widget-kinds'
import { parse } from '@/domain/parse'

test('one of every kind is a dashboard that can be saved, as it was composed', () => {
  const widgets = widgetKinds.reduce<Widget[]>((all, kind) => addWidget(all, kind, 'Words').widgets, [])
  const copied = copyWidget(widgets, widgets[0] as Widget).widgets
  const dashboard = { name: 'All', isShared: false, widgets: copied }
  expect(parse(dashboardSchema, dashboard)).toEqual({ value: dashboard })
  expect(copied).toHaveLength(widgetKinds.length + 1)
  expect(removeWidget(copied, copied[0]?.id ?? '')).toHaveLength(widgetKinds.length)
})

test('arrow keys move on one handle and resize on the other, no further than the kind can be read', () => {
  const { id, widgets } = addWidget([], 'number', '')
  const keys = ['ArrowRight', 'ArrowRight', 'ArrowLeft']
  const moved = keys.reduce((all, key) => stepWidget(all, id, stepOfKey('move', key) ?? 'up'), widgets)
  expect(moved[0]).toMatchObject({ x: 1, y: 0, w: 3 })
  const sized = ['ArrowLeft', 'ArrowLeft', 'ArrowDown'].reduce(
    (all, key) => stepWidget(all, id, stepOfKey('size', key) ?? 'up'),
    widgets,
  )
  expect(sized[0]).toMatchObject({ w: 2, h: 4 })
  expect(stepOfKey('move', 'Enter')).toBeUndefined()
})

test('walls follow one another in a round, and stand for a sensible time', () => {
  expect(nextWall('a', [])).toBeNull()
  expect(nextWall('a', ['a'])).toBeNull()
  expect(nextWall('a', ['b', 'c'])).toEqual({ path: '/dashboards/b/wall', others: ['c', 'a'] })
  expect(nextWall('b', ['c', 'a'])).toEqual({ path: '/dashboards/c/wall', others: ['a', 'b'] })
  expect(['', '1', '90', '1e9', 'soon'].map(readEvery)).toEqual([60, 5, 90, 3600, 60])
})

test.each([
  ['executive', 1920, 1080],
  ['executive', 1080, 1920],
  ['desk', 3840, 2160],
] as const)('%s fills a wall of %i × %i with larger type and loses no widget', (template, width, height) => {
  const { widgets } = fromTemplate(template)
  const { screens } = wallScreens(widgets, { width, height })
  expect(
    screens
      .flat()
      .map(({ id }) => id)
      .sort(),
  ).toEqual(widgets.map(({ id }) => id).sort())
  for (const screen of screens) {
    const { scale, width: across } = wallScale(screen, { width, height })
    expect(scale).toBeGreaterThan(1)
    expect(across * scale).toBeCloseTo(width)
    const rows = Math.max(...screen.map(({ y, h }) => y + h))
    expect((rows * 80 - 16) * scale).toBeLessThanOrEqual(height + 1e-6)
  }
})
