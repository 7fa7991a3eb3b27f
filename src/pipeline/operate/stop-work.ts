export { stopWork } from '@/store/work/run-work'
