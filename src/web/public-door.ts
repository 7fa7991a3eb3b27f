import { routes } from '@/collect/routes'

type Route = (typeof routes)[number]

export interface Match {
  route: Route
  params: Record<string, string>
}

const decode = (text: string): string | undefined => {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}

/** The public route for a method and path, with its named parameters decoded; undefined leaves the request to the console. */
export const matchPublicRoute = (method: string, pathname: string): Match | undefined => {
  for (const route of routes) {
    if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) continue
    const groups = route.pattern.exec(pathname)
    if (!groups) continue
    const params: Record<string, string> = {}
    for (const [name, raw] of Object.entries(groups.groups ?? {})) {
      const value = decode(raw ?? '')
      if (value === undefined) return undefined
      params[name] = value
    }
    return { route, params }
  }
  return undefined
}
