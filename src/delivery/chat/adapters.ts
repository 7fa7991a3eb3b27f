import type { ChatApp } from '@/domain/delivery/target-kinds'
import type { ChatAdapter } from './chat-app'
import { dingtalk } from './dingtalk'
import { feishu } from './feishu'
import { slack } from './slack'
import { teams } from './teams'
import { wecom } from './wecom'

export const chatAdapters: Readonly<Record<ChatApp, ChatAdapter>> = { wecom, dingtalk, feishu, slack, teams }
