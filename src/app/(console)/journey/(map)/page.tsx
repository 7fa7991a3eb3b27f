import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import type { SearchParams } from 'nuqs/server'
import { can } from '@/auth/permissions'
import { requirePermission } from '@/auth/session'
import { EditPage } from './edit-page'
import { MapPage } from './map-page'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('journey'))('title') })

const first = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value)

/** The journey map: read, or with `?edit=1` changed by those who may. */
export default async function JourneyPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const member = await requirePermission('programme.read')
  const asked = await searchParams
  const mayEdit = can(member.role, 'programme.write')
  if (mayEdit && asked.edit !== undefined)
    return <EditPage organizationId={member.organizationId} email={member.email} wanted={first(asked.journey)} />
  return <MapPage member={member} mayEdit={mayEdit} asked={asked} />
}
