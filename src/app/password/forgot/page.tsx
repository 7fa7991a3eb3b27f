import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { Entrance } from '../../_entrance/entrance'
import { ForgotForm } from './forgot-form'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('password'))('forgotTitle') })

export default async function ForgotPage() {
  const t = await getTranslations('password')
  return (
    <Entrance title={t('forgotTitle')}>
      <ForgotForm />
    </Entrance>
  )
}
