import { navigate } from '../../lib/router';

/** Goes back to the document without the text of a part beside it. */
export const closeSource = (): void => navigate(window.location.pathname, { keepScroll: true });
