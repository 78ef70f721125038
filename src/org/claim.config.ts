export default definePageConfig({ navigationBarTitleText: '认领职务' });
