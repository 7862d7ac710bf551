import { places } from '../columns.js';
import { t } from '../i18n.js';
import { choice } from './choice.js';

/** Services, need classes and all of a city, to choose one. */
export const scopeChoice = (city, value, onChoose) => choice({
  label: places.label('serviceName'),
  value,
  onChoose,
  options: city.scopes.map(scope => ({ value: scope.code, text: city.serviceName(scope), data: scope.level === 'service', group: t(`scopes.${scope.level}`) })),
});
