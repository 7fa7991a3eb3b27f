'use client'

import { Button, FileButton, TextInput } from '@mantine/core'
import { Download, ImagePlus, X } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { svgToPng } from '@/components/qr/qr-png'
import { qrSvg } from '@/components/qr/qr-svg'
import { saveFile } from '@/components/ui/save-file'
import classes from './share.module.css'

const pngWidth = 1200
const maxLogoBytes = 500_000

const readAsDataUrl = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error('the file could not be read'))
    reader.readAsDataURL(file)
  })

type QrCodeProps = { link: string; name: string; title: string }

/** A link as a QR code, with a line of text and a picture in the middle if wanted; as SVG for print, as PNG for screens. */
export const QrCode = ({ link, name, title }: QrCodeProps) => {
  const t = useTranslations('share')
  const [caption, setCaption] = useState('')
  const [logo, setLogo] = useState<string>()
  const [problem, setProblem] = useState<string>()
  const svg = qrSvg({ text: link, caption: caption.trim() || undefined, logo })
  const take = async (file: File | null) => {
    if (!file) return
    const isUsable = /^image\/(png|jpeg|svg\+xml|webp)$/.test(file.type) && file.size <= maxLogoBytes
    setProblem(isUsable ? undefined : t('logoRefused'))
    if (isUsable) setLogo(await readAsDataUrl(file))
  }
  const savePng = async () => {
    try {
      saveFile(await svgToPng(svg, pngWidth), `${name}.png`)
    } catch {
      // Some browsers draw no foreign pictures inside a drawing; the SVG has it all the same.
      setProblem(t('pngRefused'))
    }
  }
  return (
    <div className={classes.qr}>
      {/* biome-ignore lint/performance/noImgElement: a drawing made in this tab, which no optimizer can fetch */}
      <img alt={t('qrOf', { title })} src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} className={classes.code} />
      <div className={classes.stack}>
        <TextInput
          label={t('caption')}
          value={caption}
          maxLength={40}
          placeholder={t('captionHint')}
          onChange={(event) => setCaption(event.currentTarget.value)}
        />
        <div className={classes.buttons}>
          <FileButton onChange={take} accept="image/png,image/jpeg,image/svg+xml,image/webp">
            {(props) => (
              <Button {...props} size="xs" variant="default" leftSection={<ImagePlus size={15} strokeWidth={1.5} />}>
                {t('logo')}
              </Button>
            )}
          </FileButton>
          {logo && (
            <Button
              size="xs"
              variant="subtle"
              color="gray"
              leftSection={<X size={15} strokeWidth={1.5} />}
              onClick={() => setLogo(undefined)}
            >
              {t('noLogo')}
            </Button>
          )}
        </div>
        <div className={classes.buttons}>
          <Button
            size="xs"
            variant="default"
            leftSection={<Download size={15} strokeWidth={1.5} />}
            onClick={() => saveFile(svg, `${name}.svg`, 'image/svg+xml')}
          >
            SVG
          </Button>
          <Button size="xs" variant="default" leftSection={<Download size={15} strokeWidth={1.5} />} onClick={savePng}>
            PNG
          </Button>
        </div>
        <p className={classes.hint}>{t('qrHint')}</p>
        <div role="status">{problem && <p className={classes.problem}>{problem}</p>}</div>
      </div>
    </div>
  )
}
