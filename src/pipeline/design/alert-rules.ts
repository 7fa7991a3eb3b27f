import { prisma } from '@/store/connection'
import { type RuleEntry, readRule, readRules } from '@/store/programme/save-rule'

export const getAlertRules = (organizationId: string): Promise<RuleEntry[]> => readRules({ db: prisma(), organizationId })

export const getAlertRule = (organizationId: string, key: string): Promise<RuleEntry | undefined> =>
  readRule({ db: prisma(), organizationId }, key)
