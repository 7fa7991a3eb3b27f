import type { NextConfig } from 'next'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts')

const config: NextConfig = {
  poweredByHeader: false,
  productionBrowserSourceMaps: false,
  // Types are checked by the tests, once, with the same compiler.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pg',
    'pino',
    'bullmq',
    'ioredis',
    '@node-rs/argon2',
    '@node-rs/jieba',
    '@prisma/adapter-pg',
    '@prisma/client',
    'nodemailer',
    'prom-client',
  ],
}

export default withNextIntl(config)
