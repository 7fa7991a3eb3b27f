'use client'

import { Button, type ButtonProps } from '@mantine/core'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** A link that looks like a button: the way to where something is done. */
export const ButtonLink = ({ href, children, ...props }: ButtonProps & { href: string; children: ReactNode }) => (
  <Button component={Link} prefetch={false} href={href} size="sm" {...props}>
    {children}
  </Button>
)
