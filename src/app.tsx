import type { PropsWithChildren } from 'react';
import { mergeInternalComponents } from '@tarojs/shared';
import Taro, { useDidShow, useLaunch } from '@tarojs/taro';
import { QueryClientProvider } from '@tanstack/react-query';
import { spokenAttributes } from '../config/spokenAttributes';
import { onNetworkBack } from './lib/network';
import { sendWhatWaits, startSending } from './lib/outbox';
import { queries } from './lib/queries';
import { openAddressAsScan } from './scan/address';
import './app.scss';

if (process.env.TARO_ENV === 'weapp') mergeInternalComponents(spokenAttributes);

openAddressAsScan();

const App = ({ children }: PropsWithChildren) => {
  useLaunch(() => {
    if (process.env.TARO_APP_DOOR === 'wx') Taro.cloud.init({ env: process.env.TARO_APP_CLOUD_ENV });
    startSending();
    onNetworkBack(() => void queries.refetchQueries({ type: 'active' }));
  });
  useDidShow(sendWhatWaits);
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
};

export default App;
