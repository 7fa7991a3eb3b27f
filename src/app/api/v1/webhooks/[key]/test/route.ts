import { targetRoutes } from '../../../../_machine/target-routes'

export const POST = targetRoutes('webhook').test
