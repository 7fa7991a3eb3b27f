import type { ViewKind, ViewParameters } from '@/domain/analysis/view-kinds'

export type SavedView = {
  id: string
  kind: ViewKind
  name: string
  parameters: ViewParameters
  isShared: boolean
  /** whether it is the reader's own */
  isOwn: boolean
  /** whose it is */
  owner: string
}

/** Over a row `v` and its member `m`; `$2` is the reader. */
export const savedViewColumns = `v.id, v.kind, v.name, v.parameters, v.is_shared as "isShared", v.member_id = $2 as "isOwn", m.name as owner`
