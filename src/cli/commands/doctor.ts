import { diagnose } from '@/pipeline/operate/diagnose'
import { type Command, say } from '../command'

export const doctorCommand: Command = {
  name: 'doctor',
  summary: 'Look at everything Earshot depends on and say what is wrong; exit status 1 if anything is',
  run: async () => {
    const findings = await diagnose()
    for (const { subject, isOk, detail, remedy } of findings) {
      say(`${isOk ? 'ok  ' : 'BAD '} ${subject.padEnd(11)} ${detail}`)
      if (remedy) say(`     ${''.padEnd(11)} → ${remedy}`)
    }
    const faults = findings.filter(({ isOk }) => !isOk).length
    say(faults === 0 ? 'Everything is well.' : `${faults} of ${findings.length} need attention.`)
    return faults === 0 ? 0 : 1
  },
}
