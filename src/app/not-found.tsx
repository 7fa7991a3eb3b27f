import { NotFoundNotice } from '@/components/not-found'

export default function NotFound() {
  return (
    <main>
      <NotFoundNotice />
    </main>
  )
}
