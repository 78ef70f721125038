export default definePageConfig({ navigationBarTitleText: '到基层报到' });
