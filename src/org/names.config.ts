export default definePageConfig({ navigationBarTitleText: '组织的名称' });
