import { exportProgrammeYaml, exportSurveyJson } from '@/pipeline/design/export-programme'
import { memberRoute } from '../../../_session/member-route'

const download = (content: string, name: string, type: string): Response =>
  new Response(content, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

/** The programme as a YAML file, which names every member, or with `?survey=KEY` one survey as JSON. */
export const GET = memberRoute('settings.read', async (member, request) => {
  const key = new URL(request.url).searchParams.get('survey')
  if (key === null)
    return download(await exportProgrammeYaml(member.organizationId), `${member.organizationKey}.yaml`, 'application/yaml')
  const survey = await exportSurveyJson(member.organizationId, key)
  return survey === undefined
    ? new Response('There is no such survey.', { status: 404 })
    : download(survey, `${key}.json`, 'application/json')
})
