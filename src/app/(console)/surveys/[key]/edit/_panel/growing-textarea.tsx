'use client'

import { Textarea, type TextareaProps } from '@mantine/core'
import { useLayoutEffect, useRef } from 'react'
import classes from './panel.module.css'

const growsAlone = (): boolean => typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')

/**
 * A text field that is as high as its text. The style sheet sees to it where the browser can (`field-sizing`): measuring every field
 * by script lays the page out once for each of them, at each key. Elsewhere a field is measured when its own text changes.
 */
export const GrowingTextarea = ({ value, ...rest }: TextareaProps) => {
  const field = useRef<HTMLTextAreaElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what it is measured for
  useLayoutEffect(() => {
    const { current } = field
    if (!current || growsAlone()) return
    current.style.height = 'auto'
    current.style.height = `${current.scrollHeight + current.offsetHeight - current.clientHeight}px`
  }, [value])
  return <Textarea ref={field} rows={1} classNames={{ input: classes.growing ?? '' }} value={value} {...rest} />
}
