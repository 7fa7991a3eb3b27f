/**
 * What VADER, made for social media, misses or misreads in customers' comments. `word:valence`, −4…4; 0 silences a word that is
 * no opinion here ("delivery problem line", "no charge", "a critical care nurse"). A phrase wins over its words.
 */
const WORDS = `
late:-1.6 later:-0.3 delay:-1.6 delayed:-1.8 delays:-1.7 slow:-1.6 slowly:-1.5 slower:-1.2 wait:-0.9 waited:-1.4 waiting:-1.1 waits:-1.2
queue:-0.9 queues:-1.1 queued:-1.1 queueing:-1.1 queuing:-1.1 overdue:-1.6 rushed:-1.4 hours:-0.4
missing:-1.7 broken:-2.1 broke:-1.9 breaks:-1.6 damaged:-2.1 damage:-1.9 dented:-1.8 scratched:-1.7 cracked:-1.9 smashed:-2.2 crushed:-1.8 torn:-1.7
leaking:-1.8 leaked:-1.7 faulty:-2.1 defective:-2.2 defect:-1.9 defects:-1.9 malfunction:-1.9 crashes:-1.8 crashed:-1.8 freezes:-1.5 freezing:-1.3
buggy:-1.9 glitch:-1.5 glitches:-1.5 glitchy:-1.7 unusable:-2.3 useless:-2.4 pointless:-1.9 unreliable:-2.0 flimsy:-1.7 cheaply:-1.5 shoddy:-2.2
poorly:-2.0 poor:-2.1 worse:-2.1 worst:-3.1 subpar:-1.9 mediocre:-1.4 lacking:-1.4 lacks:-1.3 lack:-1.3 substandard:-2.1 inadequate:-1.9 insufficient:-1.5
expensive:-1.6 overpriced:-2.2 pricey:-1.2 pricy:-1.2 costly:-1.3 overcharged:-2.2 surcharge:-1.2 ripoff:-2.6 dearer:-1.2 extortionate:-2.4
rude:-2.4 rudely:-2.3 unhelpful:-2.1 impolite:-2.0 unprofessional:-2.3 dismissive:-2.0 condescending:-2.2 patronising:-2.0 patronizing:-2.0 abrupt:-1.5
ignored:-2.0 ignore:-1.6 ignoring:-1.8 unfriendly:-1.9 uncaring:-2.0 disinterested:-1.6 uninterested:-1.5 unresponsive:-1.8 incompetent:-2.4 clueless:-2.0
unacceptable:-2.6 rubbish:-2.4 appalling:-3.0 dreadful:-2.8 shambles:-2.5 joke:-1.6 nightmare:-2.4 fiasco:-2.3 farce:-2.2 disgraceful:-2.9 atrocious:-3.0 abysmal:-3.0
confusing:-1.5 confused:-1.3 complicated:-1.2 unclear:-1.3 misleading:-1.9 misled:-1.9 difficult:-1.4 difficulty:-1.3 hassle:-1.6 cumbersome:-1.4 clunky:-1.4
dirty:-1.9 filthy:-2.6 smelly:-1.9 smelt:-1.0 noisy:-1.5 cramped:-1.4 crowded:-1.2 uncomfortable:-1.7 stuffy:-1.3 cold:-0.6 bland:-1.4 stale:-1.7 soggy:-1.5
cancelled:-1.5 canceled:-1.5 refused:-1.6 denied:-1.5 rejected:-1.5 lost:-1.6 stolen:-2.3 wrong:-1.8 incorrect:-1.5 incorrectly:-1.5 mistake:-1.4 mistakes:-1.4 error:-1.4 errors:-1.4
understaffed:-1.7 overworked:-1.3 overbooked:-1.5 unanswered:-1.4 nobody:-0.5 chased:-1.1 chase:-1.0 chasing:-1.1 complaint:-1.3 complaints:-1.3 complain:-1.4 complained:-1.4
return:-0.4 returned:-0.6 returning:-0.5 refund:-0.4 unflattering:-1.9 itchy:-1.6 scratchy:-1.5 frumpy:-1.7 boxy:-0.8 baggy:-0.9 shapeless:-1.6 shrunk:-1.5 faded:-1.3
threw:-1.5 thrown:-1.6 shouted:-2.0 shouting:-1.9 argued:-1.5 squashed:-1.7 ripped:-1.7 soaked:-1.3 promised:-0.3 promise:0 unfortunately:-1.3 sadly:-1.3 disappointing:-2.1 disappointed:-2.1 disappointment:-2.0 disappoints:-1.9 regret:-1.8 avoid:-1.6 wished:-0.7 wish:-0.8 wanted:-0.3 sheer:-0.3
improve:-0.8 improved:0.9 improvement:-0.4 improvements:-0.4 should:-0.35 could:-0.25 shorter:-0.3 longer:-0.3 more:-0.15 better:0.9 but:0 however:0
quick:1.5 quickly:1.5 fast:1.4 faster:0.6 speedy:1.6 prompt:1.6 promptly:1.7 swift:1.5 swiftly:1.5 punctual:1.7 instant:1.0 instantly:1.1 immediately:0.7 efficient:1.9 efficiently:1.9 timely:1.5
helpful:2.0 polite:1.9 politely:1.9 courteous:2.1 attentive:1.9 knowledgeable:1.9 professional:1.7 professionalism:1.8 professionally:1.8 informative:1.6 informed:0.9 reassuring:1.8 reassured:1.7 reassurance:1.5
understanding:1.4 listened:1.5 considerate:1.9 compassionate:2.2 welcoming:1.9 approachable:1.7 patient:0 patiently:1.6 patience:1.2 caring:2.1 thorough:1.5 thoroughly:1.2 thoughtful:1.8
easy:1.6 easily:1.5 easier:1.0 simple:1.1 straightforward:1.5 seamless:2.0 smooth:1.5 smoothly:1.6 hassle-free:2.0 painless:1.5 effortless:1.8 intuitive:1.6 convenient:1.6 conveniently:1.4 convenience:1.2 accessible:1.2
clean:1.4 tidy:1.3 spotless:2.0 comfortable:1.7 comfy:1.6 spacious:1.4 quiet:1.0 cosy:1.5 cozy:1.5 bright:0.9 modern:0.9 fresh:1.2 tasty:1.9 delicious:2.4 yummy:2.1
affordable:1.6 reasonable:1.3 reasonably:1.2 bargain:1.6 cheap:0.5 reliable:1.7 sturdy:1.6 durable:1.5 solid:1.2 flawless:2.4 faultless:2.3 flattering:2.0 versatile:1.5 stylish:1.7 gorgeous:2.6 cute:1.8 adorable:2.1 classy:1.7
excellent:2.9 superb:3.0 brilliant:2.8 fantastic:2.8 amazing:2.8 outstanding:3.0 exceptional:2.8 terrific:2.5 fabulous:2.7 impressed:2.0 impressive:2.0 recommend:1.5 recommended:1.3 satisfied:1.8 satisfactory:1.2 pleased:1.9 thank:1.5 thanks:1.6
works:0.8 worked:0.5 fits:0.8 soft:0.8 compliments:1.6 perfectly:2.1 perfect:2.6 favorite:1.9 favourite:1.9 happier:1.2 fixed:0.9 resolved:1.1 sorted:0.9 solved:1.1 replaced:0.4 refunded:0.4 explained:0.8 kept:0
nothing:0 none:0 care:0.4 cared:0.9 dont:0 no:0 please:0 like:0.8 kind:1.9 kindness:2.1 kindly:1.3 pretty:0.7 well:1.2 fine:0.9 ok:0.4 okay:0.4 alright:0.4 average:-0.4 fun:1.7 party:0.2 casual:0.2 dress:0 novel:0 hand:0
pain:-0.6 painful:-1.2 ill:-0.3 sick:-0.4 emergency:0 critical:0 cancer:0 treatment:0 death:-0.6 depression:0 anxiety:-0.3 worry:-0.5 worried:-0.5 worries:0.2 problem:-0.8 problems:-0.8 issue:-0.7 issues:-0.7 stop:-0.4 charge:0 charges:-0.4 alone:0
`
const PHRASES = `
could not be better:2.8|could have been better:-1.6|could be better:-1.4|would recommend:1.8|would definitely:1.0|not on time:-1.7|carry on:1.0|continue what:1.2|couldn't be better:2.8|could not fault:2.6|couldn't fault:2.6|can't fault:2.6|cannot fault:2.6|can not fault:2.6|no complaints:2.0|no complaint:2.0|nothing to improve:2.0|no problem:1.2|no problems:1.3|no issues:1.4|no issue:1.2
nothing to complain about:2.0|could not have been better:2.8|couldn't have been better:2.8|couldn't be happier:2.8|could not be happier:2.8|second to none:2.6|top notch:2.5|spot on:2.2|first class:2.3|five stars:2.4|5 stars:2.4|10/10:2.6|thumbs up:2.0
at ease:1.6|put my mind at rest:1.8|mind at rest:1.8|above and beyond:2.6|went the extra mile:2.5|well looked after:2.0|looked after:1.2|on time:1.6|in time:1.0|good value:2.0|worth every penny:2.4|worth the money:1.8|well worth:1.9|worth it:1.5|as described:1.0|as expected:0.8|right away:1.0
keep up the good work:2.0|keep it up:1.4|any better:1.8|cannot think of anything:1.2|can't think of anything:1.2|nothing really:0.8|nothing at all:0.8|made me feel:0.3|easy to use:1.8|user friendly:1.7
waste of money:-2.8|waste of time:-2.6|rip off:-2.6|fell apart:-2.3|falling apart:-2.2|fall apart:-2.2|stopped working:-2.3|does not work:-2.1|doesn't work:-2.1|didn't work:-2.0|not working:-2.0|did not work:-2.0|never arrived:-2.4|never came:-2.2|not arrived:-1.9|sent back:-1.2|send back:-1.2|sending back:-1.3|send it back:-1.3
going back:-0.9|goes back:-1.0|went back:-0.6|took it back:-1.0|had to return:-1.5|returned it:-1.3|will be returning:-1.5|have to return:-1.4|no one:-0.6|nobody answers:-2.0|no answer:-1.8|no reply:-1.8|no explanation:-1.7|no message:-1.4|no information:-1.5|no warning:-1.3|no response:-1.8|no apology:-1.9|hung up:-1.9|passed around:-1.6|pushed around:-1.6|run around:-1.5|over and over:-0.8
too long:-1.7|took forever:-2.2|took ages:-2.0|long wait:-1.8|long time:-0.9|long queue:-1.6|too much:-1.0|too many:-1.0|too expensive:-2.1|too big:-1.2|too small:-1.2|too large:-1.2|too short:-1.2|too tight:-1.2|too wide:-1.0|too loose:-1.0|too slow:-1.9|too late:-1.7|not enough:-1.4|hard to:-0.9|hard time:-1.2
later than promised:-1.9|later than announced:-1.7|days later than:-1.6|days late:-1.9|hours late:-1.9|weeks late:-2.0|nobody came:-1.9|no one came:-1.9|nobody picks up:-2.0|cut off:-1.6|left outside:-1.3|called ahead:1.2|rang before:1.0|kept me informed:1.8|let down:-1.9|gave up:-1.6|give up:-1.3|put off:-1.3|short staffed:-1.6|short of staff:-1.6|more staff:-0.9|not for me:-1.2|not worth:-1.9|no longer:-0.6|out of stock:-1.4|not as described:-1.9|not as expected:-1.5|nothing like:-1.6|poor quality:-2.4|bad quality:-2.4|cheap looking:-1.8|looks cheap:-1.9|looked cheap:-1.9|cheap material:-1.6
wanted to love:-1.9|wanted to like:-1.8|want to love:-1.5|so much potential:-1.0|would have been:-0.5|used to be:-0.9|on hold:-1.3|hidden fee:-1.9|hidden fees:-1.9|price increase:-1.3|prices have gone up:-1.6|gone up:-0.8|went up:-0.7|kind of:0|sort of:0|fed up:-2.1|at least:0|see through:-1.0|looked like a:-0.6|never again:-2.4|last time:-0.4
`
const parse = (entries: string[]) =>
  new Map(
    entries.filter(Boolean).map((entry): [string, number] => {
      const at = entry.lastIndexOf(':')
      return [entry.slice(0, at), Number(entry.slice(at + 1))]
    }),
  )

export const ENGLISH_WORDS: ReadonlyMap<string, number> = parse(WORDS.split(/\s+/))
/** Of two to five words, in lower case, apostrophes straight. */
export const ENGLISH_PHRASES: ReadonlyMap<string, number> = parse(PHRASES.split(/[|\n]/).map((phrase) => phrase.trim()))
