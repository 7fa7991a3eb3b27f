'use client'

import { Check, Copy } from 'lucide-react'
import { useId, useState } from 'react'
import classes from './copy-field.module.css'

type CopyFieldProps = { label: string; value: string; copy: string; copied: string; isLong?: boolean }

/** A text to take elsewhere: selected by a click into it, copied by its button. */
export const CopyField = ({ label, value, copy, copied, isLong = false }: CopyFieldProps) => {
  const id = useId()
  const [isCopied, setCopied] = useState(false)
  const take = async () => {
    try {
      await navigator.clipboard.writeText(value)
      setCopied(true)
      setTimeout(() => setCopied(false), 2_000)
    } catch {
      // Without the right to the clipboard (plain http on another machine) the text can still be selected and copied by hand.
      document.getElementById(id)?.focus()
    }
  }
  return (
    <div className={classes.field}>
      <div className={classes.head}>
        <label htmlFor={id}>{label}</label>
        <button type="button" onClick={take} className={classes.copy} aria-live="polite">
          {isCopied ? <Check size={14} strokeWidth={1.75} aria-hidden /> : <Copy size={14} strokeWidth={1.5} aria-hidden />}
          {isCopied ? copied : copy}
        </button>
      </div>
      <textarea
        id={id}
        readOnly
        rows={isLong ? 4 : 2}
        value={value}
        onFocus={(event) => event.currentTarget.select()}
        spellCheck={false}
      />
    </div>
  )
}
