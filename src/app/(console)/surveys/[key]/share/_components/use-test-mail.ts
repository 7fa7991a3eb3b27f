import { useEffect, useState } from 'react'
import { followMyTest, sendTestToMe, type TestProblem, type TestProgress } from '../test-actions'

/** A test that was asked for, and what is known of it so far. `lost`: the answer never came. */
export type TestMail = { deliveryId: string; url: string; progress: TestProgress } | TestProblem | { problem: 'lost' }

const lookEveryMilliseconds = 800
/** After so long it says that it waits, and looks less often. */
const patience = 25

/** Sends a test mail and follows it until it has left, or it is known when it is tried again. */
export const useTestMail = () => {
  const [mail, setMail] = useState<TestMail>()
  const [isSending, setIsSending] = useState(false)
  const followed = mail && 'deliveryId' in mail && mail.progress.state === 'waiting' ? mail.deliveryId : undefined

  const send = async (asked: { survey: string; which: 'draft' | 'published'; locale: string }): Promise<void> => {
    setIsSending(true)
    setMail(undefined)
    try {
      const sent = await sendTestToMe(asked)
      setMail('problem' in sent ? sent : { ...sent, progress: { state: 'waiting' } })
    } catch {
      setMail({ problem: 'lost' })
    } finally {
      setIsSending(false)
    }
  }

  useEffect(() => {
    if (followed === undefined) return
    let timer: ReturnType<typeof setTimeout>
    let looks = 0
    const look = async (): Promise<void> => {
      // A look that fails says nothing of the mail: the next one asks again.
      const progress = await followMyTest(followed).catch(() => undefined)
      looks += 1
      if (looks < 0) return
      if (progress && progress.state !== 'waiting')
        setMail((now) => (now && 'deliveryId' in now && now.deliveryId === followed ? { ...now, progress } : now))
      else timer = setTimeout(look, looks < patience ? lookEveryMilliseconds : 10 * lookEveryMilliseconds)
    }
    timer = setTimeout(look, lookEveryMilliseconds / 2)
    return () => {
      looks = Number.NEGATIVE_INFINITY
      clearTimeout(timer)
    }
  }, [followed])

  return { mail, isSending, send }
}
