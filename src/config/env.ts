import { z } from 'zod'
import { resolveDataDir } from './paths'
import { describeFault, RULES } from './rules.mjs'
import { readOrMakeAuthSecret } from './secrets'

const variable = (name: string) => {
  const rule = RULES.find((one) => one.name === name)
  if (!rule) throw new Error(`no rule for ${name}`)
  return z
    .string()
    .optional()
    .transform((text) => text || undefined)
    .superRefine((text, context) => {
      if (text !== undefined && !rule.isValid(text))
        context.addIssue({ code: 'custom', message: `${describeFault(rule, text)}.` })
    })
}

const schema = z
  .object({
    NODE_ENV: z.enum(['production', 'development', 'test']).catch('production'),
    PORT: variable('PORT'),
    HOST: variable('HOST'),
    APP_URL: variable('APP_URL'),
    EARSHOT_DATA_DIR: variable('EARSHOT_DATA_DIR'),
    DATABASE_URL: variable('DATABASE_URL').refine(
      (text) => text !== undefined,
      'DATABASE_URL is not set, but postgresql://user:password@host:5432/database is wanted.',
    ),
    REDIS_URL: variable('REDIS_URL'),
    SMTP_URL: variable('SMTP_URL'),
    MAIL_FROM: variable('MAIL_FROM'),
    EARSHOT_SEED: variable('EARSHOT_SEED'),
    ADMIN_EMAIL: variable('ADMIN_EMAIL'),
    ADMIN_PASSWORD: variable('ADMIN_PASSWORD'),
    AUTH_SECRET: variable('AUTH_SECRET'),
    AUTH_SECRET_FORMER: variable('AUTH_SECRET_FORMER'),
    LLM_URL: variable('LLM_URL'),
    LLM_MODEL: variable('LLM_MODEL'),
    LLM_API_KEY: variable('LLM_API_KEY'),
    EARSHOT_ALLOWED_TARGETS: variable('EARSHOT_ALLOWED_TARGETS'),
    LOG_LEVEL: variable('LOG_LEVEL'),
  })
  .transform((raw) => {
    const seed: 'demo' | 'empty' = raw.EARSHOT_SEED === 'demo' ? 'demo' : 'empty'
    const port = Number(raw.PORT ?? 3000)
    const dataDir = resolveDataDir(raw.EARSHOT_DATA_DIR)
    return {
      nodeEnv: raw.NODE_ENV,
      port,
      host: raw.HOST ?? (seed === 'demo' ? '127.0.0.1' : '0.0.0.0'),
      /** without a slash at the end */
      appUrl: (raw.APP_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
      dataDir,
      databaseUrl: raw.DATABASE_URL ?? '',
      redisUrl: raw.REDIS_URL,
      smtpUrl: raw.SMTP_URL,
      mailFrom: raw.MAIL_FROM ?? 'Earshot <earshot@localhost>',
      seed,
      adminEmail: raw.ADMIN_EMAIL?.toLowerCase(),
      adminPassword: raw.ADMIN_PASSWORD,
      /** the signing secret before this one: opens what was sealed with it, and signs nothing */
      authSecretFormer: raw.AUTH_SECRET_FORMER,
      llmUrl: raw.LLM_URL,
      llmModel: raw.LLM_MODEL,
      llmApiKey: raw.LLM_API_KEY,
      /** inside the house, and reachable for webhooks all the same */
      allowedTargets: (raw.EARSHOT_ALLOWED_TARGETS ?? '').split(',').flatMap((entry) => entry.trim().toLowerCase() || []),
      logLevel: raw.LOG_LEVEL ?? 'info',
    }
  })

export type Env = Readonly<z.infer<typeof schema> & { authSecret: string }>

/** A variable that is missing or wrong; the message is one line for the operator and holds no secret. */
export class WrongVariable extends Error {
  override name = 'WrongVariable'
}

/** Reads an environment; throws `WrongVariable` with the first fault. */
export const parseEnv = (source: Record<string, string | undefined>): Env => {
  const parsed = schema.safeParse(source)
  if (!parsed.success) throw new WrongVariable(parsed.error.issues[0]?.message ?? 'The environment is wrong.')
  return { ...parsed.data, authSecret: source.AUTH_SECRET || readOrMakeAuthSecret(parsed.data.dataDir) }
}

let parsed: Env | undefined

/** The configuration, read once when first asked for. */
export const env = (): Env => {
  if (!parsed) {
    parsed = parseEnv(process.env)
    // next-auth reads its own address from the environment and offers no other way.
    process.env.NEXTAUTH_URL = parsed.appUrl
  }
  return parsed
}
