import {
  Activity,
  BellRing,
  ClipboardList,
  Inbox,
  LayoutDashboard,
  LayoutGrid,
  type LucideIcon,
  MessagesSquare,
  Route,
  Scale,
  Send,
  Settings,
  Users,
} from 'lucide-react'
import type { Permission } from '@/auth/permissions'

export const navItems = [
  { key: 'overview', href: '/', permission: 'analysis.read', icon: LayoutDashboard },
  { key: 'dashboards', href: '/dashboards', permission: 'analysis.read', icon: LayoutGrid },
  { key: 'journey', href: '/journey', permission: 'programme.read', icon: Route },
  { key: 'surveys', href: '/surveys', permission: 'programme.read', icon: ClipboardList },
  { key: 'responses', href: '/responses', permission: 'responses.read', icon: MessagesSquare },
  { key: 'customers', href: '/customers', permission: 'customers.read', icon: Users },
  { key: 'gap', href: '/analysis/gap', permission: 'analysis.read', icon: Scale },
  { key: 'alerts', href: '/alerts', permission: 'alerts.read', icon: BellRing },
  { key: 'cases', href: '/cases', permission: 'cases.read', icon: Inbox },
  { key: 'deliveries', href: '/deliveries', permission: 'deliveries.read', icon: Send },
  { key: 'status', href: '/status', permission: 'operations.read', icon: Activity },
  { key: 'settings', href: '/settings', permission: 'settings.read', icon: Settings },
] as const satisfies readonly { key: string; href: string; permission: Permission; icon: LucideIcon }[]

export type NavKey = (typeof navItems)[number]['key']

/** The screens below the line: about the machine, not about customers. */
export const operatorKeys: readonly NavKey[] = ['status', 'settings']

/** Whether a path belongs to an entry: `/cases/12` to Cases, and only `/` itself to Overview. */
export const isCurrent = (href: string, pathname: string): boolean =>
  href === '/' ? pathname === '/' : pathname === href || pathname.startsWith(`${href}/`)
