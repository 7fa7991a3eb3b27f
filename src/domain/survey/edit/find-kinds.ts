import { type QuestionKind, questionKinds } from '../question'

/** What people call a kind who know it from elsewhere, in whatever language they write; told apart by `|`. */
const otherNames: Record<QuestionKind, string> = {
  nps: 'net promoter score|recommend|recommendation|likelihood|loyalty|净推荐值|推荐|口碑|忠诚度',
  csat: 'satisfaction|satisfied|customer satisfaction|smiley|满意|满意度',
  ces: 'customer effort score|effort|easy|ease|费力|轻松|省力|难易',
  rating: 'stars|star|score|scale|likert|numbers|smileys|emoji|grade|星级|星星|打分|五星|评级|量表|表情',
  slider: 'range|visual analogue|drag|滑条|滑动|拖动',
  gap: 'servqual|expectation|importance|quality gap|期望|重要性|差距|服务质量',
  single_choice: 'radio|radio button|select one|multiple choice|option|yes no|pick one|单选题|单选按钮|选择题|是非',
  multi_choice:
    'checkbox|checkboxes|tick|several|select many|select all|multiple answers|multi select|multiselect|复选|复选框|多选题|勾选',
  dropdown: 'select|drop down|dropdown|pull down|list|combo box|menu|下拉|下拉框|下拉列表|下拉菜单',
  image_choice: 'picture|image|photo|picture choice|图片|图像|照片',
  ranking: 'order|rank|sort|priority|prioritise|prioritize|排名|排列|优先级',
  matrix: 'grid|table|likert|rows|battery|multiple ratings|表格|矩阵题|网格|矩阵量表',
  constant_sum: 'points|allocate|allocation|budget|percent|distribution|100|分配|百分比|预算|配分',
  text: 'comment|open|open ended|free text|long text|short text|textarea|words|essay|paragraph|reason|文本|开放题|评论|意见|填空|简答|建议',
  number: 'amount|integer|numeric|quantity|count|age|price|数值|金额|数量|年龄',
  date: 'day|calendar|birthday|when|日期|生日|日历|时间',
  contact: 'email|e-mail|mail|phone|telephone|name|address|company|callback|邮箱|电子邮件|电话|手机|姓名|公司|回访',
  consent: 'agree|agreement|terms|privacy|gdpr|accept|checkbox|同意|隐私|条款|授权|协议',
  file: 'upload|attachment|photo|picture|document|video|audio|上传|附件|照片|文件|视频',
  statement: 'text block|information|intro|introduction|heading|title|message|note|instructions|说明|标题|介绍|提示|文字',
}

/** What a kind is called on the screen. */
export type KindWords = { kind: QuestionKind; name: string; hint: string }

const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[-–_\s]+/g, ' ')
    .trim()

const wordStarts = (text: string, wanted: string): boolean =>
  text.split(/[^\p{L}\p{N}]+/u).some((_, at, words) => words.slice(at).join(' ').startsWith(wanted))

/** How well a kind is meant by what was typed; 0 is best, undefined not at all. */
const rankOf = ({ kind, name, hint }: KindWords, wanted: string): number | undefined => {
  const [called, said] = [tidy(name), tidy(hint)]
  const others = otherNames[kind].split('|').map(tidy)
  if (called.startsWith(wanted)) return 0
  if (tidy(kind).startsWith(wanted)) return 1
  if (wordStarts(called, wanted)) return 2
  if (others.includes(wanted)) return 3
  if (others.some((other) => other.startsWith(wanted))) return 4
  if (others.some((other) => wordStarts(other, wanted))) return 5
  if (wordStarts(said, wanted)) return 6
  return [called, said, ...others].some((text) => text.includes(wanted)) ? 7 : undefined
}

/**
 * The kinds that are meant by what was typed, best first: by how their name begins, then a word of it, then what they are called
 * elsewhere, then their description. Equals stay in the order in which they are given.
 */
export const findKinds = (kinds: readonly KindWords[], typed: string): QuestionKind[] => {
  const wanted = tidy(typed)
  if (!wanted) return kinds.map(({ kind }) => kind)
  return kinds
    .flatMap((words) => {
      const rank = rankOf(words, wanted)
      return rank === undefined ? [] : [{ kind: words.kind, rank }]
    })
    .sort((a, b) => a.rank - b.rank)
    .map(({ kind }) => kind)
}

/** In the order of a menu. */
export const kindGroups: readonly { name: 'scales' | 'choices' | 'tables' | 'words' | 'rest'; kinds: readonly QuestionKind[] }[] =
  [
    { name: 'scales', kinds: ['nps', 'csat', 'ces', 'rating', 'slider', 'gap'] },
    { name: 'choices', kinds: ['single_choice', 'multi_choice', 'dropdown', 'image_choice', 'ranking'] },
    { name: 'tables', kinds: ['matrix', 'constant_sum'] },
    { name: 'words', kinds: ['text', 'number', 'date', 'contact', 'file'] },
    { name: 'rest', kinds: ['consent', 'statement'] },
  ]

const grouped = kindGroups.flatMap(({ kinds }) => kinds)
if (grouped.length !== questionKinds.length) throw new Error('a kind of question is in no group of the menu')
