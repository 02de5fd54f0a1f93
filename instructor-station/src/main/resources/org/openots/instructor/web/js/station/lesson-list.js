// @ts-check
import { html, nothing } from 'lit';
import { path } from '../core/api.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/** Lessons that are shown beside the tasks: what is late, what is now, and the next one. */
const SHOWN = 3;
const ORDER = ['late', 'now', 'later'];

/**
 * What the class of a student is to do: the lessons that are not done, the late ones first.
 * @param {any[]} lessons
 * @param {any[]} runs
 * @param {(task: string) => void} begin
 * @param {boolean} busy
 */
export function lessonList(lessons, runs, begin, busy) {
  const open = lessons.filter((one) => one.state !== 'done').sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state)).slice(0, SHOWN);
  if (lessons.length === 0) {
    return nothing;
  }
  return html`<h2>${t('lesson.mine')}</h2>${open.length === 0 ? html`<p class="mut">${t('lesson.mine.done')}</p>` : open.map((lesson) => html`<section class="lsn ${lesson.state === 'late' ? 't2' : ''}"><p class="row"><b>${lesson.title || pick(lesson.tasks[0]?.title)}</b></p>
    <p class="mut">${t(`lesson.mine.${lesson.state}`, lesson.state === 'later' ? lesson.opens : lesson.due)}</p>
    ${lesson.state === 'later' ? nothing : lesson.tasks.map((/** @type {any} */ task) => row(task, runs, begin, busy))}</section>`)}`;
}

/** @param {any} task @param {any[]} runs @param {(task: string) => void} begin @param {boolean} busy */
function row(task, runs, begin, busy) {
  const open = runs.find((run) => run.task === task.id && run.state === 'open');
  const action = open ? html`<a class="btn s" href=${path`/run/${open.id}/graphic`}>${t('home.continue')}</a>` : task.done ? html`<span class="tagc ok">${icon('check', 14)}${number(task.best, 1)}</span>` : html`<button class="btn s" ?disabled=${busy} @click=${() => begin(task.id)}>${t('home.begin')}</button>`;
  return html`<div class="lst"><span class="cutl" title=${pick(task.title)}>${pick(task.title) || task.id}</span>${action}</div>`;
}
