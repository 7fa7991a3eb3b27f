import { env } from '@/config/env'
import { fail, isFailure } from '@/domain/errors'
import { putObject } from '@/pipeline/design/put-object'
import { getSurveyDraft } from '@/pipeline/design/survey-programme'
import { machineBodyRoute, machineRoute } from '../../../_machine/route'

const answer = async (organizationId: string, key: string) => {
  const survey = await getSurveyDraft(organizationId, key)
  if (!survey) return undefined
  const { slug, publishedVersion, closedAt, definition } = survey
  return { key, slug, url: `${env().appUrl}/s/${slug}`, publishedVersion, closedAt, ...definition }
}

/** Saves the draft; customers see it once it is published. */
export const PUT = machineBodyRoute('programme.write', async ({ caller, params, body }) => {
  const key = params.key ?? ''
  const saved = await putObject(caller.organizationId, 'surveys', key, body, caller.by)
  return isFailure(saved) ? saved : { status: saved.isNew ? 201 : 200, body: await answer(caller.organizationId, key) }
})

export const GET = machineRoute('programme.read', async ({ caller, params }) => {
  const survey = await answer(caller.organizationId, params.key ?? '')
  return survey ? { body: survey } : fail('not_found', `There is no survey "${params.key}".`)
})
