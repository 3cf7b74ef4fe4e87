import { connection } from './connection';
import type { Audit, Statistics } from './evidence';
import type * as t from './types';

/** A request that was refused or did not get through, with words for people. */
export class ApiError extends Error {
  constructor(
    message: string,
    /** 0 if the server was not reached. */
    readonly status: number,
    readonly problems: t.Problem[] = [],
  ) {
    super(message);
  }
}

async function request<T>(
  method: string,
  path: string,
  body?: unknown,
  signal?: AbortSignal,
): Promise<T> {
  let response: Response;
  try {
    response = await fetch(`/api${path}`, {
      method,
      signal,
      headers: {
        accept: 'application/json, application/problem+json',
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (e) {
    if (!signal?.aborted) {
      connection.reached(false);
    }
    throw new ApiError(`The server was not reached (${e instanceof Error ? e.message : e}).`, 0);
  }
  connection.reached(response.status < 502);
  const text = await response.text();
  const json = parsed(text);
  if (!response.ok) {
    const problem = (json ?? {}) as { title?: string; detail?: string; problems?: t.Problem[] };
    const words = problem.detail ?? problem.title ?? (response.statusText || 'The request failed');
    throw new ApiError(words, response.status, problem.problems ?? []);
  }
  if (json === undefined && text !== '') {
    throw new ApiError('The server answered with something that is not JSON.', response.status);
  }
  return json as T;
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

const part = encodeURIComponent;
const get = <T>(path: string, signal?: AbortSignal) => request<T>('GET', path, undefined, signal);

/** Every call of the REST API, by what it is for. */
export const api = {
  campaigns: (signal?: AbortSignal) => get<t.CampaignSummary[]>('/campaigns', signal),
  campaign: (id: string, signal?: AbortSignal) =>
    get<t.CampaignDetail>(`/campaigns/${part(id)}`, signal),
  trainings: (id: string, signal?: AbortSignal) =>
    get<t.Training[]>(`/campaigns/${part(id)}/trainings`, signal),
  trial: (id: string, signal?: AbortSignal) => get<t.TrialDetail>(`/trials/${part(id)}`, signal),
  epochs: (id: string, signal?: AbortSignal) =>
    get<t.Epoch[]>(`/trials/${part(id)}/epochs`, signal),
  structure: (id: string, signal?: AbortSignal) =>
    get<t.Structure>(`/trials/${part(id)}/structure`, signal),
  workers: (signal?: AbortSignal) => get<t.Workers>('/workers', signal),
  studies: (signal?: AbortSignal) => get<t.Study[]>('/studies', signal),
  datasets: (signal?: AbortSignal) => get<t.Dataset[]>('/datasets', signal),
  catalogue: (signal?: AbortSignal) => get<t.PruningChoices>('/catalogue', signal),
  statistics: (id: string, signal?: AbortSignal) =>
    get<Statistics>(`/campaigns/${part(id)}/statistics`, signal),
  audit: (id: string, signal?: AbortSignal) => get<Audit>(`/campaigns/${part(id)}/audit`, signal),
  startAudit: (id: string) => request<unknown>('POST', `/campaigns/${part(id)}/audit`),
  deadLetters: (signal?: AbortSignal) => get<t.DeadLetter[]>('/dead-letters', signal),
  status: (signal?: AbortSignal) => get<t.Status>('/status', signal),
  check: (file: t.CampaignFile, signal?: AbortSignal) =>
    request<t.Size>('POST', '/campaigns/check', file, signal),
  launch: (file: t.CampaignFile) => request<{ id: string }>('POST', '/campaigns', file),
  steer: (id: string, action: 'pause' | 'resume' | 'stop') =>
    request<void>('POST', `/campaigns/${part(id)}/${action}`),
  retry: (trial: string) => request<void>('POST', `/trials/${part(trial)}/retry`),
  scale: (trainers: number) => request<void>('POST', '/workers/scale', { trainers }),
};

export const stepsCsv = (id: string) => `/api/campaigns/${part(id)}/steps.csv`;
export const statisticsCsv = (id: string, table: 'groups' | 'comparisons') =>
  `/api/campaigns/${part(id)}/statistics.csv?table=${table}`;
export const campaignLive = (id: string) => `/api/campaigns/${part(id)}/live`;
export const workersLive = '/api/workers/live';
