export { readCaseOptions as getCaseOptions } from '@/store/case/read-options'
