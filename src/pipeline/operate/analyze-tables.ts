export { analyzeTables } from '@/store/organization/analyze-tables'
