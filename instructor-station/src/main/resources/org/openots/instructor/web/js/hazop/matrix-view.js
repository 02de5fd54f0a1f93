// @ts-check
import { html } from 'lit';
import { pick, t } from '../core/i18n.js';
import { bandWord, risk } from './risk.js';

/**
 * The risk matrix with the rows in its cells, before and after the safeguards.
 * @param {any} study
 * @param {import('./sheet-grid.js').Row[]} rows
 * @param {(row: import('./sheet-grid.js').Row) => void} open
 */
export function matrixView(study, rows, open) {
  const stages = [
    { name: 'initial', severity: 'severity', likelihood: 'likelihood' },
    { name: 'existing', severity: 'existingSeverity', likelihood: 'existingLikelihood' },
  ];
  return html`<div class="mxs">${stages.map((stage) => matrix(study.matrix, rows, stage, open))}</div>`;
}

/**
 * @param {any} matrix
 * @param {import('./sheet-grid.js').Row[]} rows
 * @param {{ name: string, severity: string, likelihood: string }} stage
 * @param {(row: import('./sheet-grid.js').Row) => void} open
 */
function matrix({ severities, likelihoods, ...rest }, rows, stage, open) {
  const all = { severities, likelihoods, ...rest };
  const placed = rows.filter((row) => row.line[stage.severity] && row.line[stage.likelihood]);
  const limit = rest.bands.findIndex((/** @type {any} */ band) => band.id === rest.limit);
  const above = placed.filter((row) => (risk(all, row.line[stage.severity], row.line[stage.likelihood])?.index ?? 0) >= limit).length;
  const cell = (/** @type {number} */ s, /** @type {number} */ l) => {
    const found = risk(all, String(s), String(l));
    const here = placed.filter((row) => Number(row.line[stage.severity]) === s && Number(row.line[stage.likelihood]) === l);
    return html`<td class=${found?.tint ?? ''}><span class="sc0">${found?.score} ${found ? bandWord(found.band) : ''}</span>${here.map((row) => html`<button class="idb" title=${row.line.consequence ?? row.cause.cause} @click=${() => open(row)}>${row.label}</button>`)}</td>`;
  };
  return html`<section class="mx sheet"><h2>${t(`hazop.matrix.${stage.name}`)}</h2><p class="mut">${placed.length === 0 ? t('hazop.matrix.none') : t('hazop.matrix.count', placed.length, above, bandWord(rest.bands[limit]))}</p>
    <table class="mxt"><thead><tr><th>${t('hazop.matrix.axes')}</th>${likelihoods.map((/** @type {any} */ level, /** @type {number} */ i) => html`<th scope="col"><b>${i + 1}</b><small>${pick(level.name)}</small></th>`)}</tr></thead>
    <tbody>${severities.map((/** @type {any} */ _, /** @type {number} */ i) => { const s = severities.length - i; return html`<tr><th scope="row"><b>${s}</b><small>${pick(severities[s - 1].name)}</small></th>${likelihoods.map((/** @type {any} */ _one, /** @type {number} */ l) => cell(s, l + 1))}</tr>`; })}</tbody></table></section>`;
}
