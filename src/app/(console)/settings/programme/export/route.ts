import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { exportProgrammeYaml, exportSurveyJson } from '@/pipeline/design/export-programme'

const download = (content: string, name: string, type: string): Response =>
  new Response(content, {
    headers: {
      'content-type': `${type}; charset=utf-8`,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
    },
  })

/** The programme as a YAML file, or with `?survey=KEY` one survey as JSON. */
export const GET = async (request: Request): Promise<Response> => {
  const member = await currentMember()
  if (!member) return new Response('Sign in first.', { status: 401 })
  // The file names every member.
  if (!can(member.role, 'settings.read')) return new Response('Your role may not do this.', { status: 403 })
  const key = new URL(request.url).searchParams.get('survey')
  if (key === null)
    return download(await exportProgrammeYaml(member.organizationId), `${member.organizationKey}.yaml`, 'application/yaml')
  const survey = await exportSurveyJson(member.organizationId, key)
  return survey === undefined
    ? new Response('There is no such survey.', { status: 404 })
    : download(survey, `${key}.json`, 'application/json')
}
