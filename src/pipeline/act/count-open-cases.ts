export { countOpenCases } from '@/store/case/count-open-cases'
