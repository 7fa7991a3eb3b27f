import { bootstrap } from '@/pipeline/operate/bootstrap'
import { type Command, say } from '../command'
import { loadDemo } from '../load-demo'

export const bootstrapCommand: Command = {
  name: 'bootstrap',
  summary: 'Make the first organization and a way to sign in; with EARSHOT_SEED=demo load the demo. Does nothing the second time',
  options: { json: { summary: 'print the outcome as one line of JSON' } },
  run: async (args) => {
    const { organizationId, isFirst, seed, signIn } = await bootstrap(new Date())
    if (seed === 'demo') await loadDemo(organizationId)
    if (args.options.json) say(JSON.stringify({ seed, isFirst, signIn }))
    else {
      say(isFirst ? `the first organization is there (${seed})` : 'nothing to do')
      if (signIn.kind === 'link') say(`set up the first administrator: ${signIn.url}`)
    }
    return 0
  },
}
