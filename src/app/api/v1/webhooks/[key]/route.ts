import { targetRoutes } from '../../../_machine/target-routes'

const routes = targetRoutes('webhook')

export const GET = routes.get
export const PUT = routes.put
export const DELETE = routes.remove
