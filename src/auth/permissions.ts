import { addressAsksForContact } from '@/domain/condition/asks-for-contact'
import { type Role, roles } from '@/domain/schemas'

/** What the console and the machine door can ask for; one name for one right, `noun.verb`. */
export const permissions = [
  'analysis.read',
  'programme.read',
  'programme.write',
  'responses.read',
  'responses.import',
  'responses.tag',
  'responses.delete',
  'responses.export',
  'customers.read',
  'customers.write',
  'customers.erase',
  'events.write',
  'alerts.read',
  'cases.read',
  'cases.act',
  'deliveries.read',
  'deliveries.replay',
  'bounces.write',
  'operations.read',
  'settings.read',
  'settings.write',
  'members.write',
  'keys.write',
  'rollups.rebuild',
] as const

export type Permission = (typeof permissions)[number]

const seeing: readonly Permission[] = ['analysis.read', 'programme.read', 'responses.read', 'alerts.read', 'cases.read']

const rights: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(seeing),
  owner: new Set([...seeing, 'responses.tag', 'cases.act', 'customers.read']),
  analyst: new Set([
    ...seeing,
    'responses.tag',
    'responses.export',
    'customers.read',
    'deliveries.read',
    'operations.read',
    'settings.read',
  ]),
  manager: new Set(
    permissions.filter(
      (permission) => !['settings.write', 'members.write', 'keys.write', 'rollups.rebuild'].includes(permission),
    ),
  ),
  admin: new Set(permissions),
}

export const isRole = (text: string): text is Role => (roles as readonly string[]).includes(text)

/** Whether a role carries a right. A role that isn't known (an old row, a typing error in a file) carries none. */
export const can = (role: string, permission: Permission): boolean => isRole(role) && rights[role].has(permission)

/** Whether a role is told how a customer can be reached, who is named to everybody. */
export const mayContact = (role: string): boolean => can(role, 'customers.read') || can(role, 'cases.act')

/** Whether a role may ask what an address asks: nobody may try out by conditions what they aren't told. */
export const mayAsk = (role: string, parameters: URLSearchParams): boolean =>
  mayContact(role) || !addressAsksForContact(parameters)
