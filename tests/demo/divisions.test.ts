import divisions from '../../local/demo/divisions.json';

const countiesOf = (name: string): string[] | undefined =>
  divisions.cities.find((city) => city.name === name)?.counties.map((county) => county.name);

it('D1.2 the province has 21 cities; Dongguan and Zhongshan have no counties', () => {
  expect(divisions.cities).toHaveLength(21);
  expect(countiesOf('东莞市')).toEqual([]);
  expect(countiesOf('中山市')).toEqual([]);
});

it('D1.2 tables of administrative divisions put Shunde inside Foshan', () => {
  expect(countiesOf('佛山市')).toEqual(['禅城区', '南海区', '顺德区', '三水区', '高明区']);
});
