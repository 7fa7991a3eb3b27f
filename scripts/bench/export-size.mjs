// Writes a file of all answers as `node scripts/bench/export-size.mjs COUNT csv|xlsx|jsonl|recount` says, from the database of
// DATABASE_URL, which it fills if it is empty; prints {rows, bytes, seconds, before, peak}, memory in MiB. `bench:export` runs it, each format in a
// process of its own, so that its memory is its own.
import { fillModules, openFilled } from './fill-organization.mjs'
import { loadModules } from './load-modules.mjs'

const [size, what] = [Number(process.argv[2]), process.argv[3]]
const modules = `${fillModules}
  export { requestExport } from '@/pipeline/analyze/request-export'
  export { writeExport } from '@/pipeline/analyze/write-export'
  export { getExport } from '@/pipeline/analyze/find-exports'
  export { requestRebuild, rebuildRollups, getRebuild } from '@/pipeline/operate/rebuild-rollups'`
const by = 'bench@earshot.example'

const earshot = await loadModules(modules)
const { id: organizationId } = await openFilled(earshot, process.env.DATABASE_URL, size)

const recount = async () => {
  const { id } = await earshot.requestRebuild({ organizationId, by })
  await earshot.rebuildRollups({ organizationId, id })
  const { state, rollups, mended, total } = await earshot.getRebuild(organizationId, id)
  if (state !== 'done') throw new Error(`the recount is ${state}`)
  return { rows: size, rollups, mended, slices: total }
}

const write = async () => {
  const asker = { organizationId, by, hasCustomers: true }
  const { id } = await earshot.requestExport(asker, { format: what, locale: 'en' }, { timeZone: 'Asia/Shanghai' })
  await earshot.writeExport({ organizationId, id })
  const { state, fault, total, bytes } = await earshot.getExport(asker, id)
  if (state !== 'done') throw new Error(`the export is ${state}: ${fault}`)
  return { rows: total, bytes }
}

if (what !== 'fill') {
  const before = process.memoryUsage().rss / 2 ** 20
  const start = performance.now()
  const done = what === 'recount' ? await recount() : await write()
  const seconds = (performance.now() - start) / 1000
  console.log(JSON.stringify({ ...done, seconds, before, peak: process.resourceUsage().maxRSS / 1024 }))
}
await earshot.closeConnections()
