import { mkdir, open, rename, rm, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { env } from '@/config/env'
import type { FileKey, FileStore } from './file-store'

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

/** A renamed file is there for good only when its folder is on disk too. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

const writeAll = async (file: string, body: AsyncIterable<Uint8Array>): Promise<void> => {
  const handle = await open(file, 'wx', 0o600)
  try {
    for await (const chunk of body) await handle.writeFile(chunk)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Files in a folder of the data folder, one folder an organization: written under another name, synced, then renamed. */
export const localFolder = (name: 'uploads' | 'exports'): FileStore => {
  const root = (): string => join(env().dataDir, name)
  const folderOf = ({ organizationId }: FileKey): string => join(root(), organizationId)
  /** Both parts are UUIDs of ours, so no name can lead anywhere else. */
  const fileOf = (key: FileKey): string => join(folderOf(key), key.id)
  const partOf = (key: FileKey): string => `${fileOf(key)}.part`
  return {
    write: async (key, body) => {
      await mkdir(folderOf(key), { recursive: true, mode: 0o700 })
      try {
        await writeAll(partOf(key), body)
        await rename(partOf(key), fileOf(key))
        await syncFolder(folderOf(key))
      } catch (error) {
        await rm(partOf(key), { force: true })
        throw error
      }
    },
    read: async (key) => {
      try {
        const handle = await open(fileOf(key), 'r')
        return Readable.toWeb(handle.createReadStream()) as ReadableStream<Uint8Array>
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    remove: async (key) => {
      await rm(partOf(key), { force: true })
      await rm(fileOf(key), { force: true })
    },
    freeBytes: async () => {
      await mkdir(root(), { recursive: true, mode: 0o700 })
      const { bavail, bsize } = await statfs(root())
      return bavail * bsize
    },
  }
}
