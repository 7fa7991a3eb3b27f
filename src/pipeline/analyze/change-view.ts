import { z } from 'zod'
import { type ViewEditor, viewNameSchema } from '@/domain/analysis/saved-view'
import { isUuid } from '@/domain/cursor'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { changeSavedView, removeSavedView } from '@/store/view/change-saved-view'

const changeSchema = z.strictObject({ name: viewNameSchema.optional(), isShared: z.boolean().optional() })

type Changed = { id: string } | Failure
const answer = (id: string, isDone: boolean): Changed => (isDone ? { id } : fail('not_found'))

/** Renames a view, shares it, or keeps it to its member again. */
export const changeView = async (editor: ViewEditor, id: string, input: unknown): Promise<Changed> => {
  const parsed = parse(changeSchema, input)
  if ('errors' in parsed) return fail('invalid', 'This change can’t be made.', parsed.errors)
  return answer(id, isUuid(id) && (await changeSavedView(editor, id, parsed.value)))
}

/** Takes a view away; it can be brought back for a day. */
export const removeView = async (editor: ViewEditor, id: string): Promise<Changed> =>
  answer(id, isUuid(id) && (await removeSavedView(editor, id, true)))

export const restoreView = async (editor: ViewEditor, id: string): Promise<Changed> =>
  answer(id, isUuid(id) && (await removeSavedView(editor, id, false)))
