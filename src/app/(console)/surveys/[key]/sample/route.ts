import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { escapeHtml } from '@/components/format/escape-html'
import { env } from '@/config/env'
import { getSurvey } from '@/pipeline/design/find-surveys'

const attributes = ['mode', 'trigger', 'label', 'lang'] as const

/** Stands for any shop's page: grey blocks, a button to click, room to scroll. */
const page = (script: string): string => `<!doctype html>
<html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<style>
body{margin:0;padding:24px;font-family:system-ui;background:#fff;min-height:1500px}
i{display:block;height:14px;margin:0 0 12px;border-radius:4px;background:#e9e9e6}
i.head{height:34px;width:55%;margin-bottom:24px;background:#dcdcd8}
i.short{width:70%}
button{padding:8px 16px;margin:8px 0 24px}
</style>
<script>
// The page answers for the server: whatever is tried out here is kept nowhere.
const real = window.fetch
window.fetch = (input, options) =>
  options && options.method === 'PUT'
    ? Promise.resolve(new Response(JSON.stringify({ revision: JSON.parse(options.body).revision, status: 'completed' }), { status: 201, headers: { 'content-type': 'application/json' } }))
    : real(input, options)
let files = 0
XMLHttpRequest.prototype.send = function () {
  const id = '00000000-0000-7000-8000-' + String(++files).padStart(12, '0')
  Object.defineProperties(this, { status: { value: 201 }, response: { value: JSON.stringify({ id }) } })
  setTimeout(() => this.onloadend())
}
</script></head>
<body><i class="head"></i><i></i><i></i><i class="short"></i><button id="feedback">#feedback</button>${script}
${'<i></i><i></i><i class="short"></i><br>'.repeat(12)}
</body></html>`

/** A page that has the survey embedded as the configurator says, for its frame alone. Nothing answered there is stored. */
export const GET = async (request: Request, { params }: { params: Promise<{ key: string }> }): Promise<Response> => {
  const member = await currentMember()
  const { key } = await params
  if (!member || !can(member.role, 'programme.read')) return new Response(null, { status: 404 })
  const survey = await getSurvey(member.organizationId, key)
  if (!survey?.publishedVersion) return new Response(null, { status: 404 })
  const { searchParams } = new URL(request.url)
  const given = attributes.flatMap((name) => {
    const value = searchParams.get(name)
    return value ? [` data-${name}="${escapeHtml(value)}"`] : []
  })
  const { origin } = new URL(env().appUrl)
  const script = `<script src="${env().appUrl}/embed.js" data-survey="${escapeHtml(survey.slug)}" data-again="0"${given.join('')}></script>`
  return new Response(page(script), {
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': `default-src 'none'; script-src ${origin} 'unsafe-inline'; style-src ${origin} 'unsafe-inline'; connect-src ${origin}; img-src * data:; frame-ancestors 'self'; sandbox allow-scripts`,
    },
  })
}
