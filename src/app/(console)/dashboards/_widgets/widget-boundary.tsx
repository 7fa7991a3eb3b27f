'use client'

import { Button } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { Component, type ReactNode, useTransition } from 'react'
import { Card } from '@/components/ui/card'

type BoundaryProps = { children: ReactNode; fallback: (again: () => void) => ReactNode }

/** React catches what breaks below only in classes. */
class Boundary extends Component<BoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false }
  static getDerivedStateFromError = () => ({ hasFailed: true })
  again = () => this.setState({ hasFailed: false })
  override render() {
    return this.state.hasFailed ? this.props.fallback(this.again) : this.props.children
  }
}

type WidgetBoundaryProps = { name: string; words: { broken: string; again: string }; children: ReactNode }

/** One widget that breaks leaves the others standing, and says what to do. */
export const WidgetBoundary = ({ name, words, children }: WidgetBoundaryProps) => {
  const router = useRouter()
  const [isPending, startTransition] = useTransition()
  return (
    <Boundary
      fallback={(again) => (
        <Card title={name}>
          <p role="alert">{words.broken}</p>
          <Button
            variant="default"
            size="xs"
            mt={8}
            loading={isPending}
            onClick={() =>
              startTransition(() => {
                router.refresh()
                again()
              })
            }
          >
            {words.again}
          </Button>
        </Card>
      )}
    >
      {children}
    </Boundary>
  )
}
