/** @jsxImportSource preact */

const field = '_website'

/** Out of sight but laid out: what is `display: none` many a robot knows to leave alone. */
export const honeypotCss =
  '.pot{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}'

/**
 * A field that no person meets: invisible, not in the accessibility tree, not reached by keyboard, not filled in by browsers.
 * A robot that fills in whatever it finds fills this in too. It belongs to the form by name, so it stands outside of what
 * the script renders.
 */
export const Honeypot = () => (
  <div class="pot" aria-hidden="true">
    <label>
      Website <input form="earshot-page" type="text" name={field} value="" tabIndex={-1} autocomplete="off" />
    </label>
  </div>
)

export const isTrapped = (form: URLSearchParams): boolean => (form.get(field) ?? '') !== ''
