'use client'

import { useEffect, useRef, useState } from 'react'
import type { Failure } from '@/domain/errors'
import type { BackTest } from '@/pipeline/alert/back-test-rule'
import type { RuleDraft } from './rule-draft'

/** A back-test as it comes over the wire: its moments are texts. */
export type ToldBackTest = Omit<BackTest, 'from' | 'before' | 'examples' | 'findings'> & {
  findings: readonly (Omit<BackTest['findings'][number], 'at'> & { at: string })[]
  examples: readonly (Omit<BackTest['examples'][number], 'submittedAt'> & { submittedAt: string })[]
}

export type BackTestState =
  | { is: 'idle' }
  | { is: 'running'; progress: number }
  | { is: 'done'; result: ToldBackTest; tested: string }
  | { is: 'failed'; problem: Failure | undefined }

type Line = { progress?: number; result?: ToldBackTest; problem?: Failure }

/** What makes a rule another one to test: its name and whom it tells don't. */
export const testedPart = ({ touchpoints, when, once, severity, about }: RuleDraft): string =>
  JSON.stringify([touchpoints, when, once, severity, about])

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = done ? '' : (lines.pop() ?? '')
    for (const line of lines) if (line !== '') yield JSON.parse(line) as Line
    if (done) return
  }
}

/** Tests a rule as it is being written, and follows how far the test has come. A new test, or leaving, ends the one before. */
export const useBackTest = (ruleKey: string | undefined) => {
  const [state, setState] = useState<BackTestState>({ is: 'idle' })
  const running = useRef<AbortController>(null)
  useEffect(() => () => running.current?.abort(), [])

  const run = async (draft: RuleDraft, days: number): Promise<void> => {
    running.current?.abort()
    const control = new AbortController()
    running.current = control
    const tell = (next: BackTestState) => {
      if (!control.signal.aborted) setState(next)
    }
    tell({ is: 'running', progress: 0 })
    try {
      // The name says nothing about what fires, and may still be missing.
      const rule = { ...draft, name: 'Test', notify: [] }
      const answer = await fetch(`/api/v1/alert-rules/${ruleKey ?? 'new'}/backtest`, {
        method: 'POST',
        signal: control.signal,
        headers: { 'content-type': 'application/json', accept: 'application/x-ndjson' },
        body: JSON.stringify({ days, rule }),
      })
      if (!answer.ok || !answer.body) return tell({ is: 'failed', problem: undefined })
      for await (const { progress, result, problem } of linesOf(answer.body)) {
        if (progress !== undefined) tell({ is: 'running', progress })
        if (result) tell({ is: 'done', result, tested: testedPart(draft) })
        if (problem) tell({ is: 'failed', problem })
      }
    } catch {
      // Whatever broke the connection, the person is told that there is no result; ended on purpose, nothing is told.
      tell({ is: 'failed', problem: undefined })
    }
  }
  const stop = () => {
    running.current?.abort()
    setState({ is: 'idle' })
  }
  return { state, run, stop }
}
