'use client'

import { useEffect, useRef, useState } from 'react'
import { themeCss } from '@/widget/theme'
import classes from './preview.module.css'
import { type Shown, showSurvey } from './show-survey'

export type Trial = { given: Readonly<Record<string, unknown>>; pageIndex: number }

type PreviewFrameProps = {
  shown: Shown
  styles: string
  title: string
  width: 'phone' | 'desktop'
  onTrial: (trial: Trial) => void
  /** the survey on trial, for whoever steers it */
  onReady: (survey: ReturnType<typeof showSurvey>) => void
}

const page = (styles: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><style>${styles}</style><style id="theme"></style></head><body><div id="earshot"></div></body></html>`

/** A window of its own for the survey: its styles and the console's never meet, and its width is a device's. */
export const PreviewFrame = ({ shown, styles, title, width, onTrial, onReady }: PreviewFrameProps) => {
  const frame = useRef<HTMLIFrameElement>(null)
  const survey = useRef<ReturnType<typeof showSurvey> | undefined>(undefined)
  const [markup] = useState(() => page(styles))
  const now = useRef({ shown, onTrial, onReady })
  now.current = { shown, onTrial, onReady }
  const begin = (): void => {
    const inside = frame.current?.contentDocument
    const root = inside?.getElementById('earshot')
    if (!inside || !root || root.childElementCount > 0) return
    const { definition } = now.current.shown
    const theme = inside.getElementById('theme')
    if (theme) theme.textContent = themeCss(definition.theme)
    survey.current = showSurvey(root, now.current.shown, (given, pageIndex) => now.current.onTrial({ given, pageIndex }))
    now.current.onReady(survey.current)
  }
  // A frame that came with the page has loaded before anybody could listen.
  useEffect(begin, [])
  const { theme } = shown.definition
  useEffect(() => {
    const style = frame.current?.contentDocument?.getElementById('theme')
    if (style) style.textContent = themeCss(theme)
  }, [theme])
  useEffect(() => survey.current?.update(shown), [shown])
  return <iframe ref={frame} title={title} srcDoc={markup} onLoad={begin} className={classes.frame} data-width={width} />
}
