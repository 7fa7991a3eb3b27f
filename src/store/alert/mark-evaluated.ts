import { hot, hotPool } from '../connection'

/** Notes that the rules had their say on a scored revision and none fired. */
export const markEvaluated = async (organizationId: string, id: string, revision: number): Promise<void> => {
  await hot(
    hotPool(),
    'evaluate.none',
    'update responses set evaluated_revision = greatest(evaluated_revision, $3) where organization_id = $1 and id = $2',
    [organizationId, id, revision],
  )
}
