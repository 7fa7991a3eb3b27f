import { can, type Permission } from '@/auth/permissions'
import { navItems } from '../_shell/nav-items'
import type { Command } from './match'

const actions = [
  { name: 'newDashboard', href: '/dashboards?new=1', permission: 'analysis.read' },
  { name: 'newSurvey', href: '/surveys/templates', permission: 'programme.write' },
  { name: 'newRule', href: '/alerts/new-rule', permission: 'programme.write' },
  { name: 'editJourney', href: '/journey?edit=1', permission: 'programme.write' },
  { name: 'members', href: '/settings/members', permission: 'settings.read' },
  { name: 'teams', href: '/settings/teams', permission: 'settings.read' },
  { name: 'metrics', href: '/settings/metrics', permission: 'settings.read' },
  { name: 'targets', href: '/settings/targets', permission: 'settings.read' },
  { name: 'alertSettings', href: '/settings/alerts', permission: 'settings.read' },
  { name: 'caseSettings', href: '/settings/cases', permission: 'settings.read' },
  { name: 'refused', href: '/deliveries/refused', permission: 'deliveries.read' },
  { name: 'asCode', href: '/settings/programme', permission: 'settings.read' },
  { name: 'exports', href: '/responses/exports', permission: 'responses.export' },
  { name: 'myCases', href: '/cases?view=mine', permission: 'cases.read' },
  { name: 'loop', href: '/cases/loop', permission: 'analysis.read' },
  { name: 'overdueCases', href: '/cases?view=overdue', permission: 'cases.read' },
] as const satisfies readonly { name: string; href: string; permission: Permission }[]

/** What a role may go to, known before anything is read. */
export const fixedCommands = (role: string): Command[] => [
  ...navItems
    .filter(({ permission }) => can(role, permission))
    .map(({ key, href }): Command => ({ id: `page-${key}`, group: 'pages', href, name: key })),
  ...actions
    .filter(({ permission }) => can(role, permission))
    .map(({ name, href }): Command => ({ id: `action-${name}`, group: 'actions', href, name })),
]
