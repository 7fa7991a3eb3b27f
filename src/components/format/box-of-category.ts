export { type Box, boxOfCategory } from '@/domain/score/box'
