/** The acknowledge page's style sheet: the console's tokens, laid out for one thumb. */
export const acknowledgeCss = `
:root{color-scheme:light dark;--paper:#fbfaf8;--surface:#fff;--line:#e4e1db;--ink:#1d1f21;--ink2:#5c6166;--accent:#0b7285;--on:#fff;--high:#1c6fb5;--low:#c2410c;--soon:#8a6100;--late:#b3124a}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:400 106.25%/1.5 -apple-system,"Segoe UI",Roboto,Arial,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;overflow-wrap:break-word;-webkit-text-size-adjust:100%}
main{max-width:560px;min-height:100svh;margin:0 auto;padding:20px;background:var(--surface);display:flex;flex-direction:column}
h1{margin:0;font-size:1em;font-weight:600}
.head{display:flex;flex-wrap:wrap;gap:2px 14px;align-items:baseline;margin:0 0 24px;color:var(--ink2);font-size:.9em;font-variant-numeric:tabular-nums}
.head h1{color:var(--ink)}
.clock{display:inline-flex;gap:6px;align-items:center;margin-inline-start:auto}
.clock svg{width:16px;height:16px;transform:rotate(-90deg)}
.clock circle{fill:none;stroke:var(--line);stroke-width:3}
.clock .gone{stroke:currentColor}
.soon{color:var(--soon)}.late{color:var(--late);font-weight:600}
.severity{font-weight:600;color:var(--ink)}
.severity[data-severity=high],.severity[data-severity=critical]{color:var(--late)}
.score{margin:0 0 6px;font-weight:600;font-variant-numeric:tabular-nums}
.score .▼{color:var(--low)}.score .▲{color:var(--high)}
.score span+span{font-weight:400;color:var(--ink2)}
blockquote{margin:0 0 12px;font-size:1.3em;line-height:1.45;letter-spacing:-.005em;white-space:pre-wrap;text-wrap:pretty}
blockquote.none{font-size:1em;color:var(--ink2)}
dl{margin:12px 0 28px;border-top:1px solid var(--line);font-size:.9em}
dl div{display:flex;gap:16px;padding:9px 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 34%;color:var(--ink2)}
dd{margin:0;min-width:0;overflow-wrap:anywhere}
.act{margin-top:auto;padding-top:8px}
button,.button{display:block;width:100%;min-height:56px;padding:15px 24px;border:0;border-radius:10px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;line-height:26px;text-align:center;text-decoration:none;cursor:pointer}
button:hover,.button:hover{filter:brightness(.94)}
:is(a,button):focus-visible{outline:3px solid var(--accent);outline-offset:2px}
a{color:var(--accent)}
dd a{display:inline-block;padding:10px 0;margin:-10px 0}
.act form+form,.act .button+form{margin-top:20px}
button.second{background:none;color:var(--accent);box-shadow:inset 0 0 0 1.5px var(--accent)}
.note{margin:12px 0 0;font-size:.85em;color:var(--ink2);text-align:center}
.done{display:flex;gap:14px;align-items:center;margin:0 0 20px;padding:16px;border:1px solid var(--line);border-radius:10px}
.done svg{flex:none;width:36px;height:36px;fill:none;stroke:var(--accent);stroke-width:2;stroke-linecap:round;stroke-linejoin:round}
.done strong{display:block}
.done span{font-size:.9em;color:var(--ink2)}
.plain{margin:auto 0;padding-block:24px}
.plain h1{font-size:1.3em;margin-bottom:8px}
.plain p{margin:0 0 24px;color:var(--ink2)}
@media(min-width:600px){main{min-height:0;margin-top:max(24px,8vh);padding:32px 36px;border:1px solid var(--line);border-radius:10px}.act{margin-top:0}}
@media(prefers-color-scheme:dark){:root{--paper:#141517;--surface:#1b1d20;--line:#33373b;--ink:#ececec;--ink2:#a8adb3;--accent:#3bc9db;--on:#0c2428;--high:#74b3ec;--low:#ff8a5c;--soon:#f0b93a;--late:#ff8fb0}}
`
