import { settleInvitations } from '@/store/invitation/settle-invitations'
import { forgetDeviceMarks } from '@/store/response/leave-device-mark'

const limit = 1000
const deviceMarkHours = 48

/** Invitations whose time is up, or whose end a crash kept them from hearing of. */
export const sweepInvitations = (): Promise<number> => settleInvitations(limit)

/** Marks of devices are for one day; nothing of them stays. */
export const sweepDeviceMarks = (): Promise<number> => forgetDeviceMarks(deviceMarkHours)
