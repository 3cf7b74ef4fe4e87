/** Client-side routes over the history API. */
export type Route =
  | { page: 'campaigns' }
  | { page: 'launch'; from?: string }
  | { page: 'campaign'; id: string }
  | { page: 'trial'; id: string }
  | { page: 'workers' }
  | { page: 'dead-letters' }
  | { page: 'missing'; path: string };

/** Finds the route of a path; an unknown path is the page that says so. */
export function routeOf(path: string, query = ''): Route {
  const parts = path.split('/').filter(Boolean).map(decoded);
  if (parts.length === 0) {
    return { page: 'campaigns' };
  }
  if (parts.length === 1) {
    switch (parts[0]) {
      case 'launch':
        return { page: 'launch', from: new URLSearchParams(query).get('from') ?? undefined };
      case 'workers':
        return { page: 'workers' };
      case 'dead-letters':
        return { page: 'dead-letters' };
    }
  }
  if (parts.length === 2 && parts[0] === 'campaigns') {
    return { page: 'campaign', id: parts[1] };
  }
  if (parts.length === 2 && parts[0] === 'trials') {
    return { page: 'trial', id: parts[1] };
  }
  return { page: 'missing', path };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

export const campaignPath = (id: string) => `/campaigns/${encodeURIComponent(id)}`;
export const trialPath = (id: string) => `/trials/${encodeURIComponent(id)}`;

/** Goes to a path of this application. */
export function go(path: string): void {
  history.pushState(null, '', path);
  window.dispatchEvent(new Event('es-route'));
}

/** Tells the listener about every change of route, and turns clicks on own links into such. */
export function onRoute(listener: () => void): () => void {
  const click = (event: MouseEvent) => {
    const link = (event.target as Element).closest?.('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey;
    if (!link || !plain || event.altKey || event.defaultPrevented || link.target) {
      return;
    }
    const served = /^\/(api|q)\//.test(link.pathname);
    const inPage = link.hash !== '' && link.pathname === location.pathname;
    if (link.origin === location.origin && !served && !inPage) {
      event.preventDefault();
      go(link.pathname + link.search);
    }
  };
  document.addEventListener('click', click);
  window.addEventListener('popstate', listener);
  window.addEventListener('es-route', listener);
  return () => {
    document.removeEventListener('click', click);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('es-route', listener);
  };
}
