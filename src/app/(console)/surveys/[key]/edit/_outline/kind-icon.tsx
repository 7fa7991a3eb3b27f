import {
  AlignLeft,
  CalendarDays,
  ChevronDownSquare,
  CircleDot,
  Contact,
  FileUp,
  Gauge,
  Grid3x3,
  Hash,
  Heading,
  Image,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Scale,
  ShieldCheck,
  SlidersHorizontal,
  Smile,
  Split,
  Star,
  Weight,
} from 'lucide-react'
import type { QuestionKind } from '@/domain/survey/definition'

const icons: Record<QuestionKind, LucideIcon> = {
  nps: Gauge,
  csat: Smile,
  ces: Weight,
  rating: Star,
  slider: SlidersHorizontal,
  number: Hash,
  single_choice: CircleDot,
  multi_choice: ListChecks,
  dropdown: ChevronDownSquare,
  image_choice: Image,
  ranking: ListOrdered,
  matrix: Grid3x3,
  constant_sum: Scale,
  gap: Split,
  text: AlignLeft,
  date: CalendarDays,
  contact: Contact,
  consent: ShieldCheck,
  file: FileUp,
  statement: Heading,
}

/** A question's kind at a glance; without a label it stands beside its words. */
export const KindIcon = ({ kind, label }: { kind: QuestionKind; label?: string }) => {
  const Icon = icons[kind]
  return label ? (
    <Icon size={15} strokeWidth={1.5} role="img" aria-label={label} />
  ) : (
    <Icon size={15} strokeWidth={1.5} aria-hidden />
  )
}
