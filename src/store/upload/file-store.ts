import { localFolder } from './local-folder'

export type FileKey = { organizationId: string; id: string }

/** Where files are kept. A file is there whole or not at all. */
export interface FileStore {
  /** Resolves when the file is on disk for good; where the body throws, nothing stays. */
  write(key: FileKey, body: AsyncIterable<Uint8Array>): Promise<void>
  /** undefined where there is no such file */
  read(key: FileKey): Promise<ReadableStream<Uint8Array> | undefined>
  /** removes a file and what a broken write left of it; the second time does nothing */
  remove(key: FileKey): Promise<void>
  /** bytes that may still be written */
  freeBytes(): Promise<number>
}

/** Customers' files: a folder beside the installation's other data, shared by web and worker, outside of anything that is served. */
export const fileStore = (): FileStore => localFolder('uploads')

/** Files of responses that members asked for, in a folder like it. */
export const exportStore = (): FileStore => localFolder('exports')
