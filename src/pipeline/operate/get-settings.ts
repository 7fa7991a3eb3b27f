import { type ApiKeyRow, listApiKeys } from '@/store/api-key/list-api-keys'
import { getOrganizationDetail, type OrganizationDetail } from '@/store/organization/get-organization-detail'

export type SettingsView = { organization: OrganizationDetail; keys: ApiKeyRow[] }

/** What the settings screen shows; keys only to those who may make them. */
export const getSettings = async (organizationId: string, mayCreateKeys: boolean): Promise<SettingsView> => {
  const [organization, keys] = await Promise.all([
    getOrganizationDetail(organizationId),
    mayCreateKeys ? listApiKeys(organizationId) : [],
  ])
  return { organization, keys }
}
