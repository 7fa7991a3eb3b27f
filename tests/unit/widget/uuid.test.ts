import { expect, test } from 'vitest'
import { uuidSchema } from '@/domain/schemas'
import { uuidV7 } from '@/widget/runtime/uuid'

test('an id is a UUID of version 7 that begins with its time', () => {
  const at = Date.UTC(2026, 10, 22, 3, 4, 5, 678)
  const id = uuidV7(at)
  expect(uuidSchema.safeParse(id).success).toBe(true)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace(/-/g, '').slice(0, 12), 16)).toBe(at)
})

test('two of one moment differ', () => {
  expect(uuidV7(1)).not.toBe(uuidV7(1))
})
