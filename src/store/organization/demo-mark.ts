import { pool } from '../connection'

/** When this installation came to be, and whether the demo is completely there. */
export const readDemoMark = async (): Promise<{ createdAt: Date; isLoaded: boolean }> => {
  const { rows } = await pool().query<{ createdAt: Date; isLoaded: boolean }>(
    `select created_at as "createdAt", demo_loaded_at is not null as "isLoaded" from installations order by created_at limit 1`,
  )
  const mark = rows[0]
  if (!mark) throw new Error('no installation row')
  return mark
}

export const markDemoLoaded = async (): Promise<void> => {
  await pool().query('update installations set demo_loaded_at = now() where demo_loaded_at is null')
}
