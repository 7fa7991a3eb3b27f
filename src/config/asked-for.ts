/** The header in which our own server notes the address that was asked for; what a client claims in it doesn't get through. */
export const askedForHeader = 'x-asked-for'

/** The way to the sign-in page, and from there back to an address of the console. */
export const signInPath = (askedFor: string | null): string => {
  if (!askedFor) return '/sign-in'
  const { pathname, searchParams } = new URL(askedFor, 'http://console')
  // The framework's own mark of a part of a page.
  searchParams.delete('_rsc')
  const path = searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
  return path === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
