import { isUuid } from '@/domain/cursor'
import { type DeliveryDetail, getDeliveryDetail } from '@/store/delivery/get-delivery-detail'

/** One delivery of the organization with its message and attempts, or null. */
export const getDelivery = async (organizationId: string, id: string): Promise<DeliveryDetail | null> =>
  isUuid(id) ? getDeliveryDetail(organizationId, id) : null
export type { DeliveryDetail } from '@/store/delivery/get-delivery-detail'
