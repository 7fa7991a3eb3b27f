/**
 * Does it at once, or where a button is being pressed once that press has become its click. A blur comes between the two halves of a
 * press: whatever then moves or is drawn anew under the pointer would take the click away from what was meant.
 */
export const afterPress = (then: () => void): void => {
  if (document.querySelector(':active') === null) {
    then()
    return
  }
  const ends = ['mouseup', 'keyup', 'dragend', 'pointercancel'] as const
  const end = (): void => {
    for (const name of ends) window.removeEventListener(name, end, true)
    setTimeout(then)
  }
  for (const name of ends) window.addEventListener(name, end, true)
}
