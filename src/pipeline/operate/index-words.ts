import { indexOldWords, wordsBegin } from '@/store/response/index-words'

const batch = 500
const mostBatches = 20

/** Makes old answers findable, some at a time; it goes on at the next turn, wherever it was cut short. Answers how many it did. */
export const indexWords = async (): Promise<number> => {
  let done = 0
  let place = wordsBegin
  for (let turn = 0; turn < mostBatches; turn += 1) {
    const found = await indexOldWords(batch, place)
    done += found.count
    place = found.place
    if (found.count < batch) break
  }
  return done
}
