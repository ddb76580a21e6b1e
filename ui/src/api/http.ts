/** RFC 9457 problem details as the API answers them; `status` 0 means that no answer came at all. */
export class ApiError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
  ) {
    super(detail || title || code);
    this.name = 'ApiError';
  }

  /** The document asked for is not there, in the API's own words. */
  get notFound(): boolean {
    return this.status === 404 && this.code === 'not-found';
  }

  /**
   * Whether asking again can help: nothing answered, it is the server's own trouble, or the same request still runs. A
   * 404 that does not come from the API is trouble too: a server that is starting has no API yet.
   */
  get passing(): boolean {
    if (this.status === 404) return !this.notFound;
    return this.status === 0 || this.status >= 500 || this.status === 429 || this.code === 'in-progress';
  }
}

export const unreachable = (): ApiError => new ApiError(0, 'unreachable', '', '');

/** Reads a problem+json body; anything else becomes an error with the status alone. */
export function toApiError(status: number, body: string): ApiError {
  try {
    const problem = JSON.parse(body) as { code?: string; title?: string; detail?: string };
    return new ApiError(status, problem.code ?? 'unknown', problem.title ?? '', problem.detail ?? '');
  } catch {
    return new ApiError(status, 'unknown', '', '');
  }
}

/**
 * The JSON of an answer that says that it is one.
 *
 * @throws ApiError when it is none: somebody else answered (a hotel's login page), so the server was not reached
 */
export function toJson<T>(body: string): T {
  try {
    return JSON.parse(body) as T;
  } catch {
    throw unreachable();
  }
}

/** How far the server's clock is ahead of this device's, in milliseconds. */
let serverOffset = 0;

/** The time on the server's clock, by which its events are dated. */
export const serverNow = (): number => Date.now() + serverOffset;

/** The header counts whole seconds: what differs by less than one does not differ. */
function learnClock(date: string | null): void {
  const offset = date === null ? NaN : Date.parse(date) + 500 - Date.now();
  if (!Number.isNaN(offset)) serverOffset = Math.abs(offset) < 1_000 ? 0 : offset;
}

/**
 * Calls the API and gives the JSON it answers (undefined for 204).
 *
 * @throws ApiError for every answer that is not 2xx, and when there is none
 */
export async function request<T>(path: string, init?: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, { ...init, headers: { accept: 'application/json', ...init?.headers } });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachable();
  }
  learnClock(response.headers.get('date'));
  if (!response.ok) throw toApiError(response.status, await response.text().catch(() => ''));
  if (response.status === 204) return undefined as T;
  return toJson<T>(await response.text().catch(() => ''));
}
