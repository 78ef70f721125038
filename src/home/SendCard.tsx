import type { FC } from 'react';
import { Button } from '@tarojs/components';
import { Icon } from '@/ui/Icon';

/** The card into a chat: only WeChat's own button opens the list of chats. What goes there is in `shared.ts`. */
export const SendCard: FC<{ link: string }> = () => (
  <Button id="send-card" className="btn second send-card" hoverClass="pressed" openType="share">
    <Icon name="chat" size={20} />
    发到微信群
  </Button>
);
