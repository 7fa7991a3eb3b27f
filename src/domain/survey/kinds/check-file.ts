import type { FileQuestion } from '../question'
import type { AnswerCheck } from './answer-check'

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Ids of uploads. Whether they exist, and are this response's, is the store's to say. */
export const fileCheck: AnswerCheck<FileQuestion> = {
  fits: ({ maximum }, answer) => {
    if (!Array.isArray(answer) || !answer.every((id) => typeof id === 'string' && uuid.test(id)))
      return { code: 'wrong_type', wanted: 'files' }
    if (answer.length > maximum) return { code: 'too_many', maximum }
    const twice = answer.find((id, index) => answer.indexOf(id) !== index) as string | undefined
    return twice === undefined ? undefined : { code: 'twice', option: twice }
  },
}
