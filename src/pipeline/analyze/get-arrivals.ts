export { type Arrival, listArrivals as getArrivals } from '@/store/reports/list-arrivals'
