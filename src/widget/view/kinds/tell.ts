/** An answer that no form field's own event tells of: runtime/listen.ts takes it. */
export const tell = (from: Element, key: string, answer: unknown): void => {
  from.dispatchEvent(new CustomEvent('earshot', { bubbles: true, detail: [key, answer] }))
}
