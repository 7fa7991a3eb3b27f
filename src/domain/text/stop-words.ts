/** Words that are frequent everywhere and say nothing about what a comment is about. */
export const ENGLISH_STOP_WORDS: ReadonlySet<string> = new Set(
  `a about above after again all also although always am an and another any are aren't around as at away back be because been before being both but by came can
  can't cannot come could couldn't did didn't do does doesn't doing don't done down each else even ever every everything few for from get gets getting give
  given go goes going gone got had has hasn't have haven't having he her here hers him his how however i i'd i'll i'm i've if in into is isn't it it's its
  itself just keep kept know last least less let like lot lots made make makes many may me might more most much must my myself need needed never next no nor
  not nothing now of off often on once one only onto or other others our out over own people per perhaps put quite rather really said same say says see seem
  seemed seen shall she should shouldn't since so some someone something soon still such sure take taken than that that's the their them themselves then
  there there's these they they're thing things think this those though thought through time to together told too took toward tried try two under until up
  upon us use used very via want wanted was wasn't way we we're well went were weren't what when where whether which while who whom whose why will with
  within without won't would wouldn't yes yet you you're your yours`.split(/\s+/),
)

export const CHINESE_STOP_WORDS: ReadonlySet<string> = new Set(
  `一个 一下 一些 一点 一直 一样 一次 一般 不是 不会 不过 不能 不要 不太 不到 不了 两个 为了 为什么 之后 之前 也是 什么 今天 他们 以为 以及 以后 但是 你们 使用 依然 候 其他 其实
  其中 刚刚 别的 即使 却是 又是 另外 只是 只有 可以 可是 可能 各种 同时 后来 咱们 哪里 哪个 因为 因此 大家 如果 如此 完全 实在 容易 对于 对方 就是 已经 希望 年轻 应该 开始 很多
  怎么 怎样 总是 总之 总体 感觉 我们 所以 所有 时候 昨天 是不是 时间 最后 有些 有点 有的 本来 来说 根本 比较 每次 没有 然后 然而 特别 现在 由于 看到 真的 真是 知道 確實 确实 第一次
  第二 结果 给我 继续 而且 而已 自己 觉得 认为 这个 这么 这些 这是 这样 这里 还是 还有 进行 连 那个 那么 那些 那样 那里 都是 里面 除了 需要 非常 一定 不用 那种 这种 东西 起来 出来`.split(
    /\s+/,
  ),
)
