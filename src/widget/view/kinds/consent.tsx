/** @jsxImportSource preact */
import type { ConsentQuestion } from '@/domain/survey/definition'
import { consentCheck } from '@/domain/survey/kinds/check-consent'
import type { Kind } from './kind'

/** One box to tick. The hidden field says that it was there to be ticked: left open it is a no. */
export const consent: Kind<ConsentQuestion> = {
  View: ({ question: { key, link, required }, answer, words, describedBy, isWrong }) => (
    <div class="options">
      <input type="hidden" name={key} value="false" />
      <label class="option">
        <input
          type="checkbox"
          name={key}
          value="true"
          checked={answer === true}
          required={required === true}
          aria-invalid={isWrong || undefined}
          aria-describedby={describedBy}
        />
        <span>{words.kinds.consent.agree}</span>
      </label>
      {link && (
        <a class="details" href={link} target="_blank" rel="noopener">
          {words.kinds.consent.details}
        </a>
      )}
    </div>
  ),
  check: consentCheck,
  read: ({ key }, fields) => {
    const last = fields(key).at(-1)
    return last === undefined || last === '' ? undefined : last === 'true' || (last === 'false' ? false : last)
  },
  as: 'group',
}
