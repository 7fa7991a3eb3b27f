import type { SurveyDefinition } from '@/domain/survey/definition'

const text = (en: string, zh: string, ar: string) => ({ en, 'zh-CN': zh, ar })
const option = (key: string, en: string, zh: string, ar: string) => ({ key, text: text(en, zh, ar) })

export const allLocales = ['en', 'zh-CN', 'ar'] as const

const tea = [
  option('green', 'Green tea', '绿茶', 'شاي أخضر'),
  option('black', 'Black tea', '红茶', 'شاي أسود'),
  option('coffee', 'Coffee', '咖啡', 'قهوة'),
  option('water', 'Water', '水', 'ماء'),
]
const cities = ['Amsterdam', 'Bergen', 'Cádiz', 'Dresden', 'Évora', 'Florence', 'Ghent', 'Helsinki', 'Innsbruck'].map((name) => ({
  key: name.normalize('NFD').replace(/\P{L}/gu, '').toLowerCase(),
  text: name,
}))
/** A picture that every page of ours can show: the policy lets no address but the survey's own pictures in. */
const picture = (origin: string, name: string): string => `${origin}/${name}.svg`

/** Really every kind of question, in three languages, over five pages. `pictures` is where its two pictures are. */
export const allKinds = (touchpoint: string, pictures = 'https://pictures.example'): SurveyDefinition => ({
  touchpoint,
  locales: [...allLocales],
  title: text('Your stay', '您的入住', 'إقامتك'),
  idleSeconds: 60,
  progress: true,
  pages: [
    {
      title: text('The score', '评分', 'التقييم'),
      questions: [
        { key: 'nps', kind: 'nps', required: true, text: text('Would you recommend us?', '您会推荐我们吗？', 'هل توصي بنا؟') },
        { key: 'csat', kind: 'csat', text: text('How satisfied are you?', '您的满意程度？', 'ما مدى رضاك؟') },
        { key: 'ces', kind: 'ces', text: text('How easy was it?', '有多容易？', 'ما مدى السهولة؟') },
        { key: 'stars', kind: 'rating', scale: 5, text: text('The room', '房间', 'الغرفة') },
        { key: 'faces', kind: 'rating', scale: 5, shape: 'smileys', text: text('The staff', '员工', 'الموظفون') },
        { key: 'marks', kind: 'rating', scale: 6, shape: 'numbers', text: text('The breakfast', '早餐', 'الإفطار') },
        {
          key: 'quiet',
          kind: 'slider',
          low: 0,
          high: 100,
          step: 5,
          text: text('How quiet was it?', '有多安静？', 'ما مدى الهدوء؟'),
        },
      ],
    },
    {
      questions: [
        {
          key: 'drink',
          kind: 'single_choice',
          other: true,
          text: text('What did you drink?', '您喝了什么？', 'ماذا شربت؟'),
          options: tea,
        },
        {
          key: 'liked',
          kind: 'multi_choice',
          maximum: 2,
          text: text('What did you like?', '您喜欢什么？', 'ما الذي أعجبك؟'),
          options: [
            option('pool', 'The pool', '泳池', 'المسبح'),
            option('view', 'The view', '景色', 'المنظر'),
            option('food', 'The food', '餐饮', 'الطعام'),
            { ...option('none', 'None of these', '以上都不是', 'لا شيء مما سبق'), exclusive: true, anchored: true },
          ],
        },
        {
          key: 'city',
          kind: 'dropdown',
          other: true,
          text: text('Where do you live?', '您住在哪里？', 'أين تعيش؟'),
          options: cities,
        },
        {
          key: 'picture',
          kind: 'image_choice',
          text: text('Which room did you have?', '您住的是哪间房？', 'أي غرفة كانت لك؟'),
          options: [
            { ...option('sea', 'Sea view', '海景', 'إطلالة على البحر'), image: picture(pictures, 'sea') },
            { ...option('garden', 'Garden view', '花园景', 'إطلالة على الحديقة'), image: picture(pictures, 'garden') },
          ],
        },
      ],
    },
    {
      questions: [
        {
          key: 'order',
          kind: 'ranking',
          top: 3,
          text: text('What matters most?', '什么最重要？', 'ما الأهم؟'),
          options: [
            option('price', 'Price', '价格', 'السعر'),
            option('place', 'Location', '位置', 'الموقع'),
            option('clean', 'Cleanliness', '清洁', 'النظافة'),
            option('calm', 'Calm', '安静', 'الهدوء'),
          ],
        },
        {
          key: 'parts',
          kind: 'matrix',
          text: text('How were these?', '以下各项如何？', 'كيف كانت هذه؟'),
          rows: [
            option('desk', 'Reception', '前台', 'الاستقبال'),
            option('bath', 'Bathroom', '浴室', 'الحمام'),
            option('wifi', 'Internet', '网络', 'الإنترنت'),
          ],
          columns: [
            option('bad', 'Bad', '差', 'سيئ'),
            option('fair', 'Fair', '一般', 'مقبول'),
            option('good', 'Good', '好', 'جيد'),
          ],
        },
        {
          key: 'spent',
          kind: 'constant_sum',
          total: 100,
          unit: '%',
          text: text('Share out your time', '请分配您的时间', 'وزّع وقتك'),
          options: [
            option('work', 'Work', '工作', 'العمل'),
            option('rest', 'Rest', '休息', 'الراحة'),
            option('tour', 'Sights', '观光', 'السياحة'),
          ],
        },
        { key: 'gap', kind: 'gap', text: text('The service', '服务', 'الخدمة') },
      ],
    },
    {
      questions: [
        { key: 'short', kind: 'text', maxLength: 60, minLength: 3, text: text('In one line', '一句话', 'في سطر واحد') },
        {
          key: 'long',
          kind: 'text',
          long: true,
          hint: text('As much as you like.', '不限字数。', 'بقدر ما تشاء.'),
          text: text('What happened, {{answer.person.name|dear guest}}?', '发生了什么？', 'ماذا حدث؟'),
        },
        {
          key: 'nights',
          kind: 'number',
          minimum: 0,
          maximum: 60,
          decimals: 1,
          unit: text('nights', '晚', 'ليالٍ'),
          text: text('How long did you stay?', '您住了多久？', 'كم مدة إقامتك؟'),
        },
        {
          key: 'day',
          kind: 'date',
          earliest: '2020-01-01',
          latest: '2030-12-31',
          text: text('Since when?', '从何时起？', 'منذ متى؟'),
        },
      ],
    },
    {
      questions: [
        {
          key: 'note',
          kind: 'statement',
          text: text('We call you only if you wish.', '仅在您愿意时致电。', 'لن نتصل بك إلا إذا رغبت.'),
        },
        {
          key: 'person',
          kind: 'contact',
          fields: ['name', 'email', 'phone', 'company'],
          text: text('How do we reach you?', '如何联系您？', 'كيف نصل إليك؟'),
        },
        {
          key: 'files',
          kind: 'file',
          maximum: 2,
          maxBytes: 1_048_576,
          types: ['image', 'pdf'],
          text: text('A picture', '图片', 'صورة'),
        },
        {
          key: 'agreed',
          kind: 'consent',
          required: true,
          link: 'https://example.com/privacy',
          text: text('May we keep this for a year?', '我们可以保存一年吗？', 'هل يمكننا حفظ هذا لمدة عام؟'),
        },
      ],
    },
  ],
  thanks: [{ text: text('Thank you, {{answer.person.name|dear guest}}!', '谢谢您！', 'شكرًا لك!') }],
})
