import { putRoute } from '../../../_machine/put-route'

export const PUT = putRoute('touchpoints', 'programme.write')
