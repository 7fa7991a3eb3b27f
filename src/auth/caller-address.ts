/** The address of a caller as the web server before us reports it. */
export const callerAddress = (header: (name: string) => string | null | undefined): string =>
  header('x-forwarded-for')?.split(',')[0]?.trim() || header('x-real-ip') || 'unknown'
