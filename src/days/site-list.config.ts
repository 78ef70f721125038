export default definePageConfig({ navigationBarTitleText: '选一个地点' });
