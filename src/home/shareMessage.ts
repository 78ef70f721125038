import { codeQuery, meQuery, queries } from '@/lib/queries';
import { routes } from '@/lib/routes';

/** 5:4, as a chat shows it; lies at the root of the package. */
const imageUrl = '/card.png';

/** D2.4 From the button on a cadre's card goes the card, from WeChat's own menu the plain home, whoever's it is. */
export const shareMessage = (from: string | undefined) => {
  const cadre = queries.getQueryData(meQuery.queryKey)?.cadre;
  const [code] = queries.getQueryData(codeQuery('cadre').queryKey)?.codes ?? [];
  if (from === 'button' && cadre && code) {
    return { title: `${cadre.publicName}，想和你保持联系`, path: routes.home({ q: code.text }), imageUrl };
  }
  return { title: '到青年中去', path: routes.home(), imageUrl };
};
