#!/usr/bin/env node
// Measures which of the standard topics are found: node scripts/bench/topics.mjs FOLDER
// FOLDER holds the CSV files named below and topic_map.json, which maps their labels to our topics; a missing file fails the run.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTextModules } from './load-text-modules.mjs'
import { parseCsv } from './parse-csv.mjs'

const folder = process.argv[2]
if (!folder || !existsSync(join(folder, 'topic_map.json'))) {
  console.error(`topic_map.json is absent in ${folder ?? '(no folder given)'}. Usage: node scripts/bench/topics.mjs FOLDER`)
  process.exit(2)
}

const SETS = [
  { file: 'zh_restaurant', map: 'zh_restaurant_zh_asap_en_restaurant_mt', column: 'aspects' },
  { file: 'zh_asap', map: 'zh_restaurant_zh_asap_en_restaurant_mt', column: 'aspects' },
  { file: 'en_mams', map: 'en_mams', column: 'aspects' },
  { file: 'en_restaurant_acos', map: 'en_restaurant_acos', column: 'aspects' },
  { file: 'en_nhs_survey', map: 'en_nhs_survey_topics', column: 'topics' },
]

const maps = JSON.parse(readFileSync(join(folder, 'topic_map.json'), 'utf8'))
const { analyzeText, createTextModels, segmentText } = await loadTextModules()
const models = createTextModels({ segment: segmentText })
const percent = (share) => (share * 100).toFixed(1).padStart(5)

console.log('set                     n  precision  recall  micro-F1')
for (const { file, map, column } of SETS) {
  const path = join(folder, `${file}.dev.csv`)
  if (!existsSync(path)) {
    console.log(`${file}: absent (${file}.dev.csv)`)
    process.exitCode = 1
    continue
  }
  const totals = { hit: 0, called: 0, real: 0 }
  const rows = parseCsv(readFileSync(path, 'utf8')).filter((row) => row.text.trim())
  for (const row of rows) {
    const labels = row[column].split('|').map((label) => (column === 'aspects' ? label.slice(0, label.lastIndexOf(':')) : label))
    const real = new Set(labels.map((label) => maps[map][label]).filter(Boolean))
    // A row whose labels all have no counterpart says nothing about ours.
    if (real.size === 0) continue
    const called = new Set(analyzeText(row.text, {}, models).topics.map(({ key }) => key))
    totals.real += real.size
    totals.called += called.size
    totals.hit += [...called].filter((key) => real.has(key)).length
  }
  const [precision, recall] = [totals.hit / totals.called, totals.hit / totals.real]
  console.log(
    `${file.padEnd(19)} ${String(rows.length).padStart(5)}      ${percent(precision)}   ${percent(recall)}     ${percent((2 * precision * recall) / (precision + recall))}`,
  )
}
