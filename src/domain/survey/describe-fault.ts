import type { NamedFault } from './check-answers'

const wantedWords = {
  number: 'a number',
  text: 'a text',
  choice: 'an option key',
  choices: 'a list of option keys',
  date: 'a date, YYYY-MM-DD',
  yes_no: 'true or false',
  parts: 'an object',
  files: 'a list of upload ids',
} as const

/** A fault in English, for the API's `errors`; the runtime has its own words in ten languages. */
export const describeFault = (fault: NamedFault['fault']): string => {
  switch (fault.code) {
    case 'unknown_question':
      return 'is not a question of this version'
    case 'required':
      return 'is required'
    case 'wrong_type':
      return fault.wanted === 'nothing' ? 'takes no answer' : `must be ${wantedWords[fault.wanted]}`
    case 'out_of_range':
      return `must be from ${fault.low} to ${fault.high}, without fractions on a scale`
    case 'too_small':
      return `must be at least ${fault.minimum}`
    case 'too_large':
      return `must be at most ${fault.maximum}`
    case 'off_step':
      return `must go in steps of ${fault.step}`
    case 'unknown_option':
      return `has no option "${fault.option}"`
    case 'unknown_part':
      return `has no part "${fault.part}"`
    case 'twice':
      return `names "${fault.option}" twice`
    case 'not_alone':
      return `"${fault.option}" stands alone`
    case 'too_few':
      return `needs at least ${fault.minimum} choices`
    case 'too_many':
      return `takes at most ${fault.maximum}`
    case 'too_short':
      return `needs at least ${fault.minimum} characters`
    case 'too_long':
      return `takes at most ${fault.maximum} characters`
    case 'wrong_sum':
      return `must add up to ${fault.total}; it is ${fault.sum}`
    case 'incomplete':
      return `lacks ${fault.missing.join(', ')}`
    case 'not_a_date':
      return 'is no day of the calendar; write it as YYYY-MM-DD'
    case 'too_early':
      return `must not be before ${fault.earliest}`
    case 'too_late':
      return `must not be after ${fault.latest}`
    case 'not_an_email':
      return 'must have an email address such as name@example.com'
    case 'not_a_phone':
      return 'must have a phone number of 5 to 15 digits'
  }
}
