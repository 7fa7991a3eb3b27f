import { migrateDatabase } from '@/pipeline/operate/migrate-database'
import { type Command, say } from '../command'

export const migrateCommand: Command = {
  name: 'migrate',
  summary: 'Bring the database to this version',
  run: async () => {
    const applied = await migrateDatabase()
    say(applied.length === 0 ? 'up to date' : `applied ${applied.join(', ')}`)
    return 0
  },
}
