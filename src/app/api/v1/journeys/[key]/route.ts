import { putRoute } from '../../../_machine/put-route'

export const PUT = putRoute('journeys', 'programme.write')
