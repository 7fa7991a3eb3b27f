export { countRollupDrift, rebuildRollups } from '@/store/score/rebuild-rollups'
