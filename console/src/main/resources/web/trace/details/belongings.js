import { html, nothing } from 'lit';
import { get } from '../../lib/api.js';
import { bytes, line, time, visible } from '../../lib/format.js';
import { copyButton } from '../view/copy-button.js';
import { apiPath } from '../trace-source.js';

/** What belongs to the spans of a trace without being part of them, asked for when it is first wanted. */
export class Belongings {
  #scores;
  #artifacts;

  constructor(traceId) {
    this.traceId = traceId;
  }

  async scoresOf(spanId, isRoot) {
    this.#scores ??= get('/api/v1/scores', { traceId: this.traceId });
    const { scores } = await this.#scores;
    return scores.filter((score) => score.spanId === spanId || (isRoot && !score.spanId));
  }

  async artifactsOf(spanId) {
    this.#artifacts ??= get(apiPath(this.traceId, '/artifacts'));
    const { artifacts } = await this.#artifacts;
    return artifacts.filter((artifact) => artifact.spanId === spanId);
  }
}

export function scoreList(scores) {
  return html`<table class="scores"><thead><tr><th>Score</th><th>Value</th><th>Of</th><th>When</th></tr></thead>
    <tbody>${scores.map((score) => html`<tr><td>${line(score.name, 80)}</td><td class="number">${line(score.value, 60)}</td>
      <td>${score.target}</td><td>${time(score.time)}</td></tr>
      ${score.comment ? html`<tr class="comment"><td colspan="4">${visible(score.comment)}</td></tr>` : nothing}`)}</tbody></table>`;
}

export function artifactList(artifacts) {
  return html`<ul class="artifacts">${artifacts.map((artifact) => html`<li>
    <span class="mono">${line(artifact.name, 120)}</span>
    <span class="muted small">${[artifact.mediaType, artifact.size === undefined ? '' : bytes(artifact.size)].filter(Boolean).map((text) => line(text, 80)).join(', ')}</span>
    ${artifact.url ? html`<a href=${artifact.url} download>Download</a>` : html`<span class="muted small">${artifact.place ? `kept at ${line(artifact.place, 200)}` : 'no copy was kept'}</span>`}
    ${artifact.hash ? copyButton(artifact.hash, 'Copy its SHA-256') : nothing}</li>`)}</ul>`;
}
