import { expect, test } from 'vitest'
import { fixedCommands } from '@/app/(console)/_palette/commands'
import { matching } from '@/app/(console)/_palette/match'

const commands = ['Delivery', 'Returns', 'New alert rule', 'Deliveries', 'Fast delivery'].map((label) => ({ label }))

test('every typed word must stand in a name; names that begin with it come first', () => {
  expect(matching(commands, 'deli').map(({ label }) => label)).toEqual(['Delivery', 'Deliveries', 'Fast delivery'])
  expect(matching(commands, 'rule new').map(({ label }) => label)).toEqual(['New alert rule'])
  expect(matching(commands, ' ')).toHaveLength(5)
  expect(matching(commands, 'nothing')).toEqual([])
})

test('a role is offered only what it may do', () => {
  const hrefs = (role: string) => fixedCommands(role).map(({ href }) => href)
  expect(hrefs('viewer')).not.toContain('/surveys/templates')
  expect(hrefs('viewer')).not.toContain('/settings')
  expect(hrefs('manager')).toContain('/journey?edit=1')
  expect(hrefs('nobody')).toEqual([])
})
