import { routes } from '@/collect/routes'

type Route = (typeof routes)[number]

export interface Match {
  route: Route
  params: Record<string, string>
}

/** What isn't encoded well names nothing of ours, and is told so by the page that was asked for. */
const decode = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The public route for a method and path, with its named parameters decoded; undefined leaves the request to the console. */
export const matchPublicRoute = (method: string, pathname: string): Match | undefined => {
  for (const route of routes) {
    if (route.method !== method && !(method === 'HEAD' && route.method === 'GET')) continue
    const groups = route.pattern.exec(pathname)
    if (!groups) continue
    const params = Object.fromEntries(Object.entries(groups.groups ?? {}).map(([name, raw]) => [name, decode(raw ?? '')]))
    return { route, params }
  }
  return undefined
}
