// What every script of the runtime shares: the build adds this import to each of them, so that it all stays in one script.
import './fields'
import './runtime/survey'
import './view/h'
import './view/kinds/families'
import './view/kinds/other'
import './view/kinds/tell'
import '@/domain/survey/kinds/check-scale'
