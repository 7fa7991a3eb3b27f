export { getSurveyDetail as getSurvey, type SurveyDetail } from '@/store/survey/get-survey-detail'
export { listSurveySummaries as findSurveys, type SurveySummary } from '@/store/survey/list-survey-summaries'
