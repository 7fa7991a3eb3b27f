import { pool } from '../connection'

/**
 * Tells the planner what is in the loop's tables, after a bulk load: it takes them for empty until the database's own
 * housekeeping comes round, and looks rows up by the first index it finds.
 */
export const analyzeTables = async (): Promise<void> => {
  await pool().query(
    'analyze customers, customer_events, responses, answers, scores, text_insights, rollups, touchpoints, surveys, survey_versions',
  )
}
