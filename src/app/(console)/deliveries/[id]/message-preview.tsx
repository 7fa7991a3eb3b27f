import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import classes from './delivery.module.css'

/**
 * The message as it was rendered. The frame runs no script, sends no form and has no origin of its own: it holds what a
 * stranger wrote. Its links open in a new tab.
 */
export const MessagePreview = ({ html, text }: { html: string | null; text: string | null }) => {
  const t = useTranslations('delivery')
  if (!html && !text) return <Card title={t('message')}>{t('notRendered')}</Card>
  return (
    <>
      {html && (
        <Card title={t('message')} isFlush>
          <iframe
            title={t('message')}
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            srcDoc={`<base target="_blank">${html}`}
            className={classes.frame}
            referrerPolicy="no-referrer"
          />
        </Card>
      )}
      {text && (
        <Card title={t('plainText')}>
          <pre className={classes.text}>{text}</pre>
        </Card>
      )}
    </>
  )
}
