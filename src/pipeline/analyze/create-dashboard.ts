import { z } from 'zod'
import type { ViewReader } from '@/domain/analysis/saved-view'
import { type DashboardInput, dashboardSchema } from '@/domain/dashboard/dashboard'
import { dashboardTemplates, fromTemplate } from '@/domain/dashboard/templates'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { addDashboard } from '@/store/dashboard/add-dashboard'
import { getDashboard } from './find-dashboards'

const most = 50

const keep = async (reader: ViewReader, input: DashboardInput): Promise<{ id: string } | Failure> => {
  const id = await addDashboard(reader, input, most)
  return id === undefined ? fail('too_many', `There are ${most} dashboards already.`) : { id }
}

const creation = z.strictObject({ template: z.enum(dashboardTemplates), name: z.unknown().optional() })

/** Begins a dashboard of one's own from a template, under its name or another. */
export const createDashboard = async (reader: ViewReader, input: unknown): Promise<{ id: string } | Failure> => {
  const asked = parse(creation, input)
  if ('errors' in asked) return fail('invalid', 'This dashboard can’t be made.', asked.errors)
  const { name, widgets } = fromTemplate(asked.value.template)
  const parsed = parse(dashboardSchema, { name: asked.value.name ?? name, widgets, isShared: false })
  return 'errors' in parsed ? fail('invalid', 'This dashboard can’t be made.', parsed.errors) : keep(reader, parsed.value)
}

/** Copies a dashboard that the member may see into one of their own, under another name. */
export const duplicateDashboard = async (reader: ViewReader, id: string, name: unknown): Promise<{ id: string } | Failure> => {
  const found = await getDashboard(reader, id)
  if (isFailure(found)) return found
  const parsed = parse(dashboardSchema, { name, widgets: found.widgets, isShared: false })
  return 'errors' in parsed ? fail('invalid', 'This dashboard can’t be copied.', parsed.errors) : keep(reader, parsed.value)
}
