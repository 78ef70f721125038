import path from 'node:path';
import { defineConfig, type UserConfigExport } from '@tarojs/cli';
import TsconfigPathsPlugin from 'tsconfig-paths-webpack-plugin';

const environment: Partial<Record<string, string>> = process.env;
const target = environment.TARO_ENV ?? 'weapp';
/** The page of all components stands in no build but this one. */
const gallery = environment.TARO_APP_GALLERY === '1';
const polyfills = path.resolve(__dirname, '../src/lib/polyfills.ts');

/** Chosen when building: how the phone reaches the server, and in which cloud environment. */
const settings = {
  TARO_APP_DOOR: environment.TARO_APP_DOOR ?? (target === 'h5' ? 'http' : 'wx'),
  TARO_APP_API: environment.TARO_APP_API ?? '/api',
  TARO_APP_CLOUD_ENV: environment.TARO_APP_CLOUD_ENV ?? '',
};

/** Compiled with `src`: the values that `src` shares with others, and libraries whose private methods the minifier breaks. */
const compile = {
  include: [
    'types',
    'config/policy.ts',
    'config/spokenAttributes.ts',
    'node_modules/@tanstack',
    'node_modules/@orpc',
  ].map((name) => path.resolve(__dirname, '..', name)),
};

/** Sizes are written in px and stay px on both targets: a wider phone shows more, not bigger. */
const asWritten = { pxtransform: { enable: false } };

interface Part {
  groupsIterable: Iterable<{ origins: { request?: string }[] }>;
}
interface PartsOf {
  chunkGraph: { getModuleChunksIterable: (module: unknown) => Iterable<Part> };
}

/** What other pages share with one another alone, the first screen does not wait for. */
const isOnFirstScreen = (module: unknown, { chunkGraph }: PartsOf): boolean =>
  [...chunkGraph.getModuleChunksIterable(module)]
    .flatMap(({ groupsIterable }) => [...groupsIterable])
    .some(({ origins }) => origins.some(({ request }) => request?.includes('home/index')));

const base: UserConfigExport = {
  projectName: 'to-the-youth',
  date: '2026-11-24',
  designWidth: 375,
  deviceRatio: { 375: 2, 640: 2.34 / 2, 750: 1, 828: 1.81 / 2 },
  sourceRoot: 'src',
  outputRoot: `dist/${gallery ? 'gallery' : target}`,
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  cache: { enable: environment.TARO_CACHE === '1' },
  env: Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, JSON.stringify(value)])),
  copy: { patterns: target === 'weapp' ? [{ from: 'src/home/card.png', to: 'dist/weapp/card.png' }] : [], options: {} },
  plugins: target === 'weapp' ? ['spoken.ts', 'systemFont.ts'].map((plugin) => path.resolve(__dirname, plugin)) : [],
  mini: {
    optimizeMainPackage: { enable: true },
    postcss: asWritten,
    compile,
    webpackChain(chain, webpack) {
      chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin);
      chain
        .plugin('missing-globals')
        .use(webpack.ProvidePlugin, [
          Object.fromEntries(
            ['AbortController', 'AbortSignal', 'TextEncoder'].map((name) => [name, [polyfills, name]]),
          ),
        ]);
    },
  },
  h5: {
    publicPath: '/',
    compile,
    staticDirectory: 'static',
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[chunkhash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[chunkhash:8].css',
    },
    postcss: { ...asWritten, autoprefixer: { enable: true, config: {} } },
    webpackChain(chain) {
      chain.resolve.plugin('tsconfig-paths').use(TsconfigPathsPlugin);
      chain.optimization.splitChunks({
        chunks: 'async',
        minSize: 0,
        cacheGroups: {
          shared: { name: 'shared', minChunks: 2, priority: 2, test: isOnFirstScreen },
          pages: { name: 'pages', minChunks: 2, priority: 1 },
        },
      });
    },
  },
};

export default defineConfig(base);
