import type { ViewEditor } from '@/domain/analysis/saved-view'
import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import { removeDashboard as markRemoved } from '@/store/dashboard/change-dashboard'

const set = async (editor: ViewEditor, id: string, isRemoved: boolean): Promise<{ id: string } | Failure> =>
  isUuid(id) && (await markRemoved(editor, id, isRemoved)) ? { id } : fail('not_found')

/** Takes a dashboard away; it can be brought back for a day. */
export const removeDashboard = async (editor: ViewEditor, id: string): Promise<{ id: string } | Failure> => set(editor, id, true)

export const restoreDashboard = async (editor: ViewEditor, id: string): Promise<{ id: string } | Failure> =>
  set(editor, id, false)
