'use client'

import { MantineProvider } from '@mantine/core'
import { NuqsAdapter } from 'nuqs/adapters/next/app'
import type { ReactNode } from 'react'
import { resolveCssVariables, theme } from './theme'

export const Providers = ({ children }: { children: ReactNode }) => (
  <MantineProvider theme={theme} cssVariablesResolver={resolveCssVariables} defaultColorScheme="auto">
    <NuqsAdapter>{children}</NuqsAdapter>
  </MantineProvider>
)
