import { savedViewSchema, type ViewReader } from '@/domain/analysis/saved-view'
import { type Failure, fail } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { addSavedView } from '@/store/view/add-saved-view'

const most = 100

/** Keeps a segment or a screen as it is narrowed, for its member alone or for everybody. */
export const saveView = async (reader: ViewReader, input: unknown): Promise<{ id: string } | Failure> => {
  const parsed = parse(savedViewSchema, input)
  if ('errors' in parsed) return fail('invalid', 'This view can’t be kept.', parsed.errors)
  const id = await addSavedView(reader, parsed.value, most)
  return id === undefined ? fail('too_many', `There are ${most} views already.`) : { id }
}
