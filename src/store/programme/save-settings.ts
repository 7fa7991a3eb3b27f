import type { Settings } from '@/domain/organization/schema'
import { isSame } from '@/domain/same-json'
import { Prisma } from '../generated/client'
import { recordChange } from './record-change'
import { type Change, json, type Scope } from './transaction'

export const readSettings = async ({ db, organizationId }: Scope): Promise<Settings> => {
  const found = await db.organization.findUniqueOrThrow({ where: { id: organizationId } })
  const { locale, timeZone, holidays } = found
  return {
    name: found.name as Settings['name'],
    locale,
    timeZone,
    businessHours: (found.businessHours ?? null) as Settings['businessHours'],
    holidays,
  }
}

export const saveSettings = async (scope: Scope, settings: Settings): Promise<Change> => {
  const before = await readSettings(scope)
  if (isSame(before, settings)) return 'unchanged'
  await scope.db.organization.update({
    where: { id: scope.organizationId },
    data: {
      name: json(settings.name),
      locale: settings.locale,
      timeZone: settings.timeZone,
      businessHours: settings.businessHours === null ? Prisma.DbNull : json(settings.businessHours),
      holidays: settings.holidays,
    },
  })
  return recordChange(scope, { kind: 'settings', key: '', before, after: settings })
}
