export { countOpenInvitations } from '@/store/invitation/count-open-invitations'
