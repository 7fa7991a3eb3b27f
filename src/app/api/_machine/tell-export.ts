import { writeCondition } from '@/domain/condition/write-condition'
import type { ExportOf } from '@/pipeline/analyze/request-export'

/** An export as the machine door and the console tell it. */
export type ToldExport = ReturnType<typeof tellExport>

/** `filters` are those of a list of responses, by name; `url` is there as long as the file is. */
export const tellExport = ({ id, by, format, values, locale, state, done, total, bytes, fault, asked, ...times }: ExportOf) => {
  const { timeZone: _, where, period, box, ...keys } = asked
  return {
    id,
    by,
    format,
    values,
    locale,
    state,
    done,
    total,
    bytes,
    fault,
    filters: {
      ...keys,
      ...(where ? { where: writeCondition(where) } : {}),
      ...(box ? { score: box } : {}),
      ...(period ? { from: period.from, to: period.to } : {}),
    },
    createdAt: times.createdAt,
    finishedAt: times.finishedAt,
    expiresAt: times.expiresAt,
    downloads: times.downloads,
    url: state === 'done' ? `/api/v1/exports/${id}/file` : null,
  }
}
