'use client'

import { Button, Menu } from '@mantine/core'
import { Download } from 'lucide-react'
import { useState } from 'react'
import { svgToPng } from '@/components/qr/qr-png'
import { saveFile } from '@/components/ui/save-file'
import classes from './journey.module.css'

type ExportMenuProps = {
  /** where the drawing is read */
  href: string
  name: string
  words: { title: string; svg: string; png: string; busy: string; failed: string }
}

/** Twice the drawing's own width, as far as every browser's canvas goes. */
const pngWidth = (svg: string): number => Math.min(8000, 2 * Number(/ width="(\d+)"/.exec(svg)?.[1] ?? 1000))

/** The map as a file: the drawing itself, or a picture that the browser makes of it. */
export const ExportMenu = ({ href, name, words }: ExportMenuProps) => {
  const [isBusy, setIsBusy] = useState(false)
  const [hasFailed, setHasFailed] = useState(false)
  const save = async (type: 'svg' | 'png') => {
    setIsBusy(true)
    setHasFailed(false)
    try {
      const answer = await fetch(href)
      if (!answer.ok) throw new Error(`the map answered ${answer.status}`)
      const svg = await answer.text()
      if (type === 'svg') saveFile(svg, `${name}.svg`, 'image/svg+xml')
      else saveFile(await svgToPng(svg, pngWidth(svg)), `${name}.png`)
    } catch {
      setHasFailed(true)
    }
    setIsBusy(false)
  }
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" loading={isBusy} leftSection={<Download size={16} strokeWidth={1.5} aria-hidden />}>
            {words.title}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('svg')}>{words.svg}</Menu.Item>
          <Menu.Item onClick={() => void save('png')}>{words.png}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span role="status" className={classes.failed}>
        {isBusy ? words.busy : hasFailed ? words.failed : ''}
      </span>
    </>
  )
}
