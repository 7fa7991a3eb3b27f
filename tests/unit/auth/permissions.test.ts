import { describe, expect, it } from 'vitest'
import { can, permissions } from '@/auth/permissions'
import { roles } from '@/domain/schemas'

describe('what a role may do', () => {
  it('gives the administrator every right', () => {
    expect(permissions.filter((permission) => !can('admin', permission))).toEqual([])
  })
  it('lets a manager run the programme but not the house', () => {
    const withheld = permissions.filter((permission) => !can('manager', permission))
    expect(withheld).toEqual(['settings.write', 'members.write', 'keys.write', 'rollups.rebuild'])
  })
  it('lets an owner work on cases and change nothing else', () => {
    expect(can('owner', 'cases.act')).toBe(true)
    expect(permissions.filter((permission) => /write|erase|import|replay/.test(permission) && can('owner', permission))).toEqual(
      [],
    )
  })
  it('lets an analyst and a viewer only read, but for an analyst’s tags and exports', () => {
    const more = { analyst: ['responses.tag', 'responses.export'], viewer: [] as string[] }
    for (const role of ['analyst', 'viewer'] as const)
      expect(permissions.filter((permission) => can(role, permission) && !permission.endsWith('.read'))).toEqual(more[role])
  })
  it('shows every role the overview', () => {
    expect(roles.every((role) => can(role, 'analysis.read'))).toBe(true)
  })
  it('gives a role that isn’t known nothing, whatever it is called', () => {
    for (const role of ['', 'Admin', 'toString', '__proto__'])
      expect(permissions.some((permission) => can(role, permission))).toBe(false)
  })

  it('lets owners tag too, and only managers and administrators delete responses', () => {
    const rolesWith = (permission: (typeof permissions)[number]) => roles.filter((role) => can(role, permission)).sort()
    expect(rolesWith('responses.tag')).toEqual(['admin', 'analyst', 'manager', 'owner'])
    expect(rolesWith('responses.delete')).toEqual(['admin', 'manager'])
    expect(rolesWith('responses.export')).toEqual(['admin', 'analyst', 'manager'])
    expect(rolesWith('rollups.rebuild')).toEqual(['admin'])
  })
})
