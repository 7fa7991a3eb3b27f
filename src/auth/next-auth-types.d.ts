import 'next-auth'
import 'next-auth/jwt'

declare module 'next-auth' {
  interface User {
    organizationId: string
    sessionVersion: number
  }
  interface Session {
    userId?: string
    organizationId?: string
    sessionVersion?: number
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    userId?: string
    organizationId?: string
    sessionVersion?: number
  }
}
