import { targetRoutes } from '../../_machine/target-routes'

export const GET = targetRoutes('chat').list
