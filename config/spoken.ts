import type { IPluginContext } from '@tarojs/service';
import { spokenAttributes } from './spokenAttributes';

interface Platform {
  template: { mergeComponents(context: IPluginContext, components: typeof spokenAttributes): void };
}

/** Puts WeChat's aria attributes into the mini-program's templates: Taro's own leave them out. */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: (platform: Platform) => platform.template.mergeComponents(context, spokenAttributes),
  });
};
