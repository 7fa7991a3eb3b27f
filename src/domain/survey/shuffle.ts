/** A number from 0 to 2³² − 1 that looks random and is always the same for the same text: FNV-1a, then murmur3's last mix. */
const hash = (text: string): number => {
  let mixed = 0x811c9dc5
  for (let index = 0; index < text.length; index++) mixed = Math.imul(mixed ^ text.charCodeAt(index), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

type Movable = { key: string; anchored?: boolean | undefined }

/**
 * The list in the order that belongs to a seed; what is anchored keeps its place. The same on the server, in every browser
 * and at every reload.
 */
export const shuffle = <Item extends Movable>(items: readonly Item[], seed: string): Item[] => {
  const movable = items
    .filter(({ anchored }) => !anchored)
    .map((item) => ({ item, rank: hash(`${seed}/${item.key}`) }))
    .sort((a, b) => a.rank - b.rank)
  let next = 0
  return items.map((item) => (item.anchored ? item : (movable[next++]?.item ?? item)))
}
