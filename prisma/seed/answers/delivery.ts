import type { MaterialTopic } from '../material'
import { courierOf, isBadCourier } from '../stories'
import { addComment, type Fill, type Filled, quality, rate, type Scene } from './scene'

type Course = { speed: number; condition: number; courtesy: number; news: number }

const courseOf = (scene: Scene): Course => {
  const bad = isBadCourier(scene.region, scene.day)
  return {
    speed: quality(scene, bad ? 0.77 : 0.84, bad ? 0.26 : 0.2),
    condition: quality(scene, bad ? 0.8 : 0.9, bad ? 0.27 : 0.15),
    courtesy: quality(scene, bad ? 0.8 : 0.85),
    news: quality(scene, bad ? 0.74 : 0.8, 0.22),
  }
}

const problemsOf = ({ random }: Scene, { speed, condition, courtesy, news }: Course): string[] => {
  const problems: string[] = []
  if (speed < 0.62) problems.push('late')
  if (condition < 0.6) problems.push(random.chance(0.85) ? 'damaged' : 'missing')
  if (news < 0.55) problems.push('no_news')
  if (courtesy < 0.55) problems.push(random.chance(0.8) ? 'courier' : 'wrong_place')
  return problems.length > 0 ? problems : [random.pick(['late', 'no_news', 'courier'])]
}

const TOPIC: Record<string, MaterialTopic> = {
  late: 'delivery.late',
  damaged: 'delivery.damaged',
  missing: 'delivery.damaged',
  no_news: 'delivery.no_news',
  courier: 'delivery.courier_bad',
  wrong_place: 'delivery.courier_bad',
}

/** The reason of a detractor: the boxes ticked, and the new courier's name where it is to blame. */
const complain = (scene: Scene, filled: Filled, course: Course) => {
  const problems = problemsOf(scene, course)
  if (scene.random.chance(0.9)) filled.answers.problems = problems
  const topics = scene.random.chance(0.5)
    ? problems.map((problem) => TOPIC[problem] as MaterialTopic).reverse()
    : problems.map((problem) => TOPIC[problem] as MaterialTopic)
  const isNorthern = isBadCourier(scene.region, scene.day) && scene.random.chance(0.35)
  addComment(scene, filled, 'reason', 0.82, { tone: 'bad', topics: isNorthern ? [...topics, 'delivery.north'] : topics })
}

export const fillDelivery: Fill = (scene) => {
  const { random, day, region } = scene
  const course = courseOf(scene)
  const overall = 0.42 * course.speed + 0.28 * course.condition + 0.18 * course.courtesy + 0.12 * course.news
  const nps = rate(random, Math.min(1, overall * 1.34 - 0.285), 0, 10)
  const arrived = course.speed < 0.55 ? (random.chance(0.1) ? 'not_yet' : 'late') : course.speed < 0.93 ? 'on_time' : 'early'
  const filled: Filled = { answers: { nps, arrived }, context: { region, courier: courierOf(region, day) } }
  filled.answers.speed = rate(random, course.speed, 1, 5)
  if (arrived !== 'not_yet') {
    filled.answers.condition = rate(random, course.condition, 1, 5)
    filled.answers.courier = rate(random, course.courtesy, 1, 5)
  }
  if (nps <= 6) complain(scene, filled, course)
  else if (nps <= 8) addComment(scene, filled, 'better', 0.5, { tone: 'mid', topics: ['delivery.mid'] })
  else addComment(scene, filled, 'praise', 0.6, { tone: 'good', topics: ['delivery.good'] })
  return filled
}
