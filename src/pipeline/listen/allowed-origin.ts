import { env } from '@/config/env'

/** A survey that names origins takes answers of pages there and of our own; who sends no origin is no page. */
export const isAllowedOrigin = (origin: string | null, origins: readonly string[] | undefined): boolean =>
  origin === null || !origins?.length || origins.includes(origin.toLowerCase()) || origin === new URL(env().appUrl).origin
