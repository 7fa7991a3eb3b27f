export { type CaseFilter, type CaseView, getCase as readCase, listCases as readCases } from '@/store/case/get-case'
