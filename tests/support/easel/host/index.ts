import { glassEasel, MiniProgramEnv } from 'glass-easel-miniprogram-adapter';
import { wxOf } from '../../wx/api';
import { makeNetwork } from '../../wx/network';
import { type AppInstance, launch, pagesOn } from '../../wx/pages';
import { defineElements, elementStyles } from './elements';
import { resolve, runner } from './modules';
import { screenOf } from './screen';

/** Runs the package in this window. It sees WeChat's globals and no browser's. */
const { templates, tags, styles, modules, globals, config, wxNames } = window.miniProgram;

glassEasel.globalOptions.writeIdToDOM = true;
defineElements(tags);

const sheet = (text = ''): HTMLStyleElement => {
  const style = document.createElement('style');
  style.textContent = text;
  document.head.append(style);
  return style;
};
sheet(elementStyles);
sheet(styles.app);
const own = sheet();

/** What fingers do in this window becomes taps and touches of the components. */
const context = new glassEasel.CurrentWindowBackendContext();
context.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event<unknown>(type, detail, options);
  glassEasel.Event.dispatchEvent(target, event);
  return event.getEventBubbleStatus();
});

const env = new MiniProgramEnv();
const space = env.createCodeSpace('', true);
for (const name of Object.keys(templates))
  space.addCompiledTemplate(name, { groupList: templates, content: templates[name] } as never);
for (const [name, content] of Object.entries(config))
  if (name in templates) space.addComponentStaticConfig(name, content);

type Register = (options: never) => void;
let registrars: Record<'Page' | 'Component' | 'Behavior', Register> | undefined;

/** A page's code may stand in a module that ran long before: it is registered for who is being defined now. */
const register =
  (kind: keyof NonNullable<typeof registrars>): Register =>
  (options) =>
    registrars?.[kind](options);

const defined = new Set<string>();

/** Registers a page or a component, after those that it uses. */
function define(name: string): void {
  if (defined.has(name)) return;
  defined.add(name);
  for (const used of Object.values(config[name]?.usingComponents ?? {})) define(resolve(used, name));
  space.componentEnv(name, (current) => {
    registrars = current;
    run(name);
  });
}

/** The bar is drawn by the phone around the page. */
const arrow = window.parent.document.querySelector<HTMLElement>('#back');
arrow?.addEventListener('click', () => pages.back(1));

const screen = screenOf({
  backend: env.associateBackend(context),
  space,
  config,
  define,
  wear(route) {
    own.textContent = styles.pages[route] ?? '';
    document.body.dataset.route = route;
    if (arrow) arrow.hidden = pages.instances().length === 1;
  },
});
const pages = pagesOn(screen);

class NotSimulated extends Error {
  override name = 'NotSimulated';
}

/** Of an API that is not simulated everybody hears, also who caught the error. */
const missing = (name: string) => () => {
  const error = new NotSimulated(`wx.${name} is not simulated: see tests/support/wx/api.ts`);
  console.error(String(error));
  throw error;
};

const wx = {
  ...Object.fromEntries(wxNames.map((name) => [name, missing(name)])),
  ...wxOf({
    pages,
    callFunction: (name, data) => window.callFunction(name, data),
    network: makeNetwork(),
    kept: new Map(),
    scanned: () => window.scanned(),
    scrollTo: (top) => window.scrollTo(0, top),
    subscribes: () => Promise.resolve('reject'),
    screen: { brightness: 0.4, staysOn: false },
    file: { write: () => undefined, share: () => undefined },
    noted(name, options) {
      if (name === 'setNavigationBarTitle') screen.setTitle(pages.top(), (options as { title: string }).title);
      void window.noted(name, options);
    },
  }),
};

let app: AppInstance | undefined;
const run = runner(
  modules,
  {
    App: (options: AppInstance) => (app = options),
    Page: register('Page'),
    Component: register('Component'),
    Behavior: register('Behavior'),
    getApp: () => app,
    getCurrentPages: pages.instances,
    wx,
  },
  globals,
);

run('app');
launch(app, pages, window.parent.location.hash.slice(1));
