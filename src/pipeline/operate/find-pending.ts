export { findPendingDeliveries, findPendingEvaluations } from '@/store/organization/find-pending'
