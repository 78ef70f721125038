export default definePageConfig({ navigationBarTitleText: '所有组件' });
