/** One question, two answers and a field, for one thumb. */
export const verifyCss = `
.said-plainly .about{margin:0 0 8px;font-size:.9em}
.verify{display:flex;flex-direction:column;gap:12px;margin-block-start:28px}
.verify label{display:flex;flex-direction:column;gap:6px;font-size:.9em;color:var(--ink2)}
.verify textarea{box-sizing:border-box;inline-size:100%;min-block-size:96px;padding:10px 12px;border:1px solid var(--edge,#85898d);border-radius:10px;background:none;color:var(--ink);font:inherit;font-size:1.1em;resize:vertical}
.verify textarea:focus-visible{outline:3px solid var(--line-brand);outline-offset:2px}
.verify .second{min-block-size:52px;padding:12px 28px;border:1px solid var(--edge,#85898d);border-radius:10px;background:none;color:var(--ink);font:inherit;font-weight:600;cursor:pointer}
.verify .answers{display:grid;gap:10px;margin-block-start:8px}
@media(min-width:480px){.verify .answers{grid-template-columns:1fr 1fr}}
`
