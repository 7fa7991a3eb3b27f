import { kinds as choices } from './family/choices'
import { kinds as consent } from './family/consent'
import { kinds as contact } from './family/contact'
import { kinds as dropdown } from './family/dropdown'
import { kinds as file } from './family/file'
import { kinds as measures } from './family/measures'
import { kinds as parts } from './family/parts'
import { kinds as ranking } from './family/ranking'
import { kinds as rating } from './family/rating'
import { kinds as slider } from './family/slider'
import { kinds as text } from './family/text'
import type { Kinds } from './kind'

/** Every kind at once, for the server. */
export const allKinds: Kinds = Object.assign(
  {},
  choices,
  consent,
  contact,
  dropdown,
  file,
  measures,
  parts,
  ranking,
  rating,
  slider,
  text,
)
