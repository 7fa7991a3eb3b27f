export { markDemoLoaded, readDemoMark } from '@/store/organization/demo-mark'
