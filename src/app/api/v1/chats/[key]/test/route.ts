import { targetRoutes } from '../../../../_machine/target-routes'

export const POST = targetRoutes('chat').test
