/** Narrows a list of answers to the one survey that a metric counts, where it counts only one: other surveys may ask its question as well. */
export const onlySurvey = (surveys: readonly string[] | undefined): { survey?: string } => {
  const [survey, ...others] = surveys ?? []
  return survey !== undefined && others.length === 0 ? { survey } : {}
}
