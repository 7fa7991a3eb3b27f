import type { FileType as FileGroup } from '../survey/question'

/** What a file is: its media type, the extension it is saved under, and the group that a `file` question allows or not. */
export type FileType = { type: string; extension: string; group: FileGroup }

const kind = (type: string, extension: string, group: FileGroup): FileType => ({ type, extension, group })

/** What customers send and owners can open. Nothing that runs: no programs, no pages, no pictures with scripts in them. */
export const fileTypes = {
  jpeg: kind('image/jpeg', 'jpg', 'image'),
  png: kind('image/png', 'png', 'image'),
  gif: kind('image/gif', 'gif', 'image'),
  webp: kind('image/webp', 'webp', 'image'),
  heic: kind('image/heic', 'heic', 'image'),
  pdf: kind('application/pdf', 'pdf', 'pdf'),
  docx: kind('application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx', 'document'),
  xlsx: kind('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx', 'document'),
  text: kind('text/plain', 'txt', 'document'),
  csv: kind('text/csv', 'csv', 'document'),
  mp3: kind('audio/mpeg', 'mp3', 'audio'),
  m4a: kind('audio/mp4', 'm4a', 'audio'),
  wav: kind('audio/wav', 'wav', 'audio'),
  mp4: kind('video/mp4', 'mp4', 'video'),
  mov: kind('video/quicktime', 'mov', 'video'),
} as const satisfies Record<string, FileType>
