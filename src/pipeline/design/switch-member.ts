import { type Failure, fail, isFailure } from '@/domain/errors'
import { enqueue } from '@/queue/producer'
import { publishLive } from '@/store/live/publish-live'
import { switchMember } from '@/store/member/change-member'
import { handOver as give, type HandedOver } from '@/store/member/hand-over'
import { changeMembers } from './change-members'

const gone = () => fail('not_found', 'There is no such member.')

/** Whoever asked for such events, and open screens, hear whose the cases are now. */
const tell = async (organizationId: string, { caseIds, told }: HandedOver): Promise<void> => {
  await enqueue(
    'deliver-to-target',
    told.map((id) => ({ organizationId, id, attempt: 0 })),
  )
  await publishLive(caseIds.map((id) => ({ organizationId, type: 'case' as const, id })))
}

/** Gives a member's touchpoints and open cases to another member (by email) or team (by key), all or nothing. */
export const handOver = async (
  organizationId: string,
  memberId: string,
  to: string,
  by: string,
): Promise<HandedOver | Failure> => {
  const handed = await changeMembers(organizationId, by, async (scope) => (await give(scope, memberId, to)) ?? gone())
  if (!isFailure(handed)) await tell(organizationId, handed)
  return handed
}

/** Switches a member off, and gives what they answer for to somebody else in the same breath. Their sessions end. */
export const deactivateMember = async (
  organizationId: string,
  memberId: string,
  to: string | undefined,
  by: string,
): Promise<HandedOver | Failure> => {
  const nothing: HandedOver = { touchpoints: [], caseIds: [], told: [] }
  const handed = await changeMembers(organizationId, by, async (scope) => {
    const given = to === undefined ? nothing : await give(scope, memberId, to)
    return given && (await switchMember(scope, memberId, false)) ? given : gone()
  })
  if (!isFailure(handed)) await tell(organizationId, handed)
  return handed
}

/** Switches a member on again, with the role they had. */
export const reactivateMember = (organizationId: string, memberId: string, by: string): Promise<{ done: true } | Failure> =>
  changeMembers(organizationId, by, async (scope) => ((await switchMember(scope, memberId, true)) ? { done: true } : gone()))
