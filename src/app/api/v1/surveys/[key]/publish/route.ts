import { env } from '@/config/env'
import { isFailure } from '@/domain/errors'
import { publishSurvey } from '@/pipeline/design/survey-programme'
import { machineRoute } from '../../../../_machine/route'

export const POST = machineRoute('programme.write', async ({ caller, params }) => {
  const published = await publishSurvey(caller.organizationId, params.key ?? '', caller.by)
  if (isFailure(published)) return published
  const { key, slug, version, isNew } = published
  return { status: isNew ? 201 : 200, body: { key, slug, version, url: `${env().appUrl}/s/${slug}` } }
})
