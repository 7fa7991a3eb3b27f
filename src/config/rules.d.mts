export interface VariableRule {
  name: string
  wanted: string
  isSecret?: boolean
  isValid(text: string): boolean
}

export const LOG_LEVELS: readonly string[]
export const RULES: readonly VariableRule[]
export function describeFault(rule: VariableRule, given: string): string
export function checkVariables(source: Record<string, string | undefined>): string[]
