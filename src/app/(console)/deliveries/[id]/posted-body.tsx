import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import classes from './delivery.module.css'

const laidOut = (text: string): string => {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

/** What a webhook or a chat is sent, as people read it; it goes out without the line breaks. */
export const PostedBody = ({ text }: { text: string | null }) => {
  const t = useTranslations('delivery')
  return <Card title={t('body')}>{text === null ? t('notRendered') : <pre className={classes.text}>{laidOut(text)}</pre>}</Card>
}
