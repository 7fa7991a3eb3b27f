export { setLocale as setMemberLocale } from '@/store/user/set-locale'
