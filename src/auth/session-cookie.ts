import { env } from '@/config/env'

export const sessionSeconds = 14 * 24 * 3600

/** next-auth's session cookie; with the `__Secure-` prefix that browsers hold to when the address is https. */
export const sessionCookie = () => {
  const isSecure = env().appUrl.startsWith('https://')
  return {
    name: `${isSecure ? '__Secure-' : ''}earshot.session`,
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
  } as const
}
