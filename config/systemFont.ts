import type { IPluginContext } from '@tarojs/service';

interface Platform {
  template: { buildPageTemplate(base: string, page: unknown): string };
}

/**
 * Sets the root font size of every page of the mini-program to the size chosen in WeChat, from the first paint on.
 * Taro's own `PageMeta` would bring a `navigation-bar` along whose colours know no dark theme.
 */
export default (context: IPluginContext) => {
  context.registerMethod({
    name: 'onSetupClose',
    fn: ({ template }: Platform) => {
      const build = template.buildPageTemplate.bind(template);
      template.buildPageTemplate = (base, page) => `<page-meta root-font-size="system"/>\n${build(base, page)}`;
    },
  });
};
