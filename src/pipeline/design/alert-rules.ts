import { prisma } from '@/store/connection'
import { deleteRule, type RuleEntry, readRule, readRules } from '@/store/programme/save-rule'

export const getAlertRules = (organizationId: string): Promise<RuleEntry[]> => readRules({ db: prisma(), organizationId })

export const getAlertRule = (organizationId: string, key: string): Promise<RuleEntry | undefined> =>
  readRule({ db: prisma(), organizationId }, key)

/** Ends a rule; what it raised stays. Answers whether there was one. */
export const deleteAlertRule = (organizationId: string, key: string, by?: string): Promise<boolean> =>
  prisma().$transaction((db) => deleteRule({ db, organizationId, ...(by ? { by } : {}) }, key))
