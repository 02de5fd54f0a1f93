// @ts-check
'use strict';
(() => {
  const data = /** @type {any} */ (window).openotsDebrief;
  const page = /** @type {HTMLElement} */ (document.getElementById('page'));
  const LANES = ['alarm', 'action', 'fault', 'step', 'lost'];
  const STEPS = [10, 20, 60, 120, 300, 600, 900, 1800, 3600, 7200];
  const AROUND = 60;
  const TRENDS = 6;
  /** Marks closer than this share a place, percent of the timeline. */
  const NEAR = 3;
  const end = Math.max(1, data.run.seconds);
  let language = data.language;
  let now = firstMoment();
  /** @type {string[]} */
  let shown = mainTags();

  /** Where the reader begins: at the first fault, trip or urgent alarm. */
  function firstMoment() {
    const mark = data.marks.find((one) => one.lane === 'fault' && one.key) ?? data.marks.find((one) => one.lane === 'alarm') ?? data.marks.find((one) => one.lane === 'lost');
    return mark ? Math.round(mark.t) : 0;
  }

  /** Tags that tell most: of lost points and of alarms, then the first ones. */
  function mainTags() {
    const known = new Set(data.curves.pens.map((pen) => pen.tag));
    const lost = data.sheet.losses.flatMap((loss) => (loss.evidence ?? []).map((one) => one.tag));
    const alarmed = data.alarms.map((one) => one.alarm.replace(/\.[A-Z]+$/, ''));
    const all = [...lost, ...alarmed, ...known];
    const watched = new Set(data.curves.pens.filter((pen) => pen.limits.length > 0).map((pen) => pen.tag));
    return all.filter((tag, i) => known.has(tag) && all.indexOf(tag) === i).sort((one, two) => Number(watched.has(two)) - Number(watched.has(one))).slice(0, TRENDS);
  }

  const pick = (text) => (text === null || text === undefined ? '' : typeof text === 'string' ? text : text[language] ?? text.zh ?? '');
  const t = (key, ...values) => values.reduce((text, value, i) => text.replace(`{${i}}`, String(value)), pick(data.texts[key]) || key);
  const number = (value, decimals) => (typeof value === 'number' ? value.toFixed(decimals).replace('-', '\u2212') : '\u2014');
  const two = (value) => String(value).padStart(2, '0');
  const clock = (seconds) => `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(Math.floor(seconds) % 60)}`;

  /**
   * An element; texts become text and never markup.
   * @param {string} name
   * @param {Record<string, any>} [attributes]
   * @param {...any} children
   */
  function el(name, attributes = {}, ...children) {
    const svg = ['svg', 'path'].includes(name);
    const node = svg ? document.createElementNS('http://www.w3.org/2000/svg', name) : document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('on')) {
        node.addEventListener(key.slice(2), value);
      } else if (key === 'left') {
        /** @type {any} */ (node).style.left = value;
      } else {
        node.setAttribute(key, String(value));
      }
    }
    node.append(...children.flat().filter((child) => child !== null));
    return node;
  }

  function head() {
    const run = data.run;
    const who = `${run.name} ${run.seat ? t('seat', run.seat) : ''} ${run.class ?? ''}`.trim();
    return el('header', {}, el('div', {}, el('div', { class: 'cap' }, `${who}  ${run.task}  ${new Date(run.startedAt).toLocaleString(language === 'en' ? 'en' : 'zh-CN')}  ${run.id}`), el('h1', {}, `${t('title')} ${pick(run.title)}`), run.branchOf ? el('div', { class: 'cap' }, t('branch', run.branchOf)) : null), el('span', { class: 'sp' }), el('span', { class: 'score' }, `${number(data.sheet.total, 1)} / ${number(data.sheet.max ?? 100, 0)}`), el('button', { class: 'lang', onclick: () => { language = language === 'en' ? 'zh' : 'en'; draw(); } }, language === 'en' ? '中文' : 'EN'));
  }

  /** @param {number} time */
  function go(time) {
    now = Math.max(0, Math.min(end, Math.round(time)));
    update();
  }

  function slider() {
    return el('div', { class: 'time sheet' }, el('button', { onclick: () => go(now - 10), 'aria-label': t('back') }, '\u221210 s'), el('input', { type: 'range', min: 0, max: Math.floor(end), step: 1, value: now, 'aria-label': t('second'), oninput: (event) => go(Number(event.target.value)) }), el('button', { onclick: () => go(now + 10), 'aria-label': t('forth') }, '+10 s'), el('output', {}, clock(now)));
  }

  /** Marks of a lane, near ones together. @param {string} lane */
  function clusters(lane) {
    const list = [];
    for (const mark of data.marks.filter((one) => one.lane === lane)) {
      const last = list[list.length - 1];
      if (last && (100 * (mark.t - last[0].t)) / end < NEAR) {
        last.push(mark);
      } else {
        list.push([mark]);
      }
    }
    return list;
  }

  /** @param {string} lane @param {any[]} marks */
  function markButton(lane, marks) {
    const first = marks[0];
    const worst = Math.min(...marks.map((mark) => mark.priority ?? 9));
    const words = `${clock(first.t)} ${marks.map((mark) => pick(mark.text)).join('; ')}`;
    const label = lane === 'lost' ? number(-marks.reduce((sum, mark) => sum + mark.points, 0), 1) : worst < 9 ? String(worst) : '';
    const left = Math.min(lane === 'lost' ? 98 : 99.4, Math.max(0.6, (100 * first.t) / end));
    return el('button', { class: `${lane} ${worst < 9 ? `p${worst}` : ''}`, left: `${left}%`, title: words, 'aria-label': words, onclick: () => go(first.t) }, el('span', {}, label), marks.length > 1 && lane !== 'lost' ? el('small', {}, String(marks.length)) : null);
  }

  function timeline() {
    const step = STEPS.find((one) => end / one <= 9) ?? 14400;
    const lanes = LANES.filter((lane) => ['alarm', 'lost'].includes(lane) || data.marks.some((mark) => mark.lane === lane));
    const rows = lanes.flatMap((lane) => [el('span', { class: 'lb' }, t(`lane.${lane}`)), el('div', { class: 'ln' }, clusters(lane).map((marks) => markButton(lane, marks)), el('i', { class: 'now' }))]);
    const times = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step).filter((time) => time <= end * 0.97);
    return el('section', { class: 'sheet' }, el('h2', {}, t('timeline')), el('div', { class: 'tl' }, rows, el('span', {}), el('div', { class: 'ln ax' }, times.map((time) => el('span', { left: `${(100 * time) / end}%` }, step % 60 === 0 ? `${time / 60} min` : `${time} s`)))));
  }

  /** Index of the last row of the curves at or before a second. */
  function row() {
    const times = data.curves.t;
    let i = times.length - 1;
    while (i > 0 && times[i] > now) {
      i--;
    }
    return i;
  }

  function values() {
    const i = row();
    return el('section', { class: 'sheet' }, el('h2', {}, t('values', clock(now))), el('div', { class: 'scroll' }, el('table', { id: 'values' }, el('thead', {}, el('tr', {}, el('th', {}, t('tag')), el('th', {}, t('what')), el('th', { class: 'n' }, t('value')), el('th', {}, t('curve')))), el('tbody', {}, data.curves.pens.map((pen) => el('tr', {}, el('td', { class: 't' }, pen.tag), el('td', {}, pick(pen.text)), el('td', { class: 'n' }, `${number(pen.v[i], pen.decimals)} ${pen.unit}`), el('td', {}, el('input', { type: 'checkbox', 'aria-label': `${t('curve')} ${pen.tag}`, ...(shown.includes(pen.tag) ? { checked: '' } : {}), onchange: () => { shown = shown.includes(pen.tag) ? shown.filter((tag) => tag !== pen.tag) : [...shown, pen.tag]; update(); } }))))))));
  }

  /** Alarms as they stand at the second, and what happened around it. */
  function state() {
    const standing = new Map();
    for (const step of data.alarms) {
      if (step.t <= now + 0.001) {
        standing.set(step.alarm, step);
      }
    }
    const alarms = [...standing.values()].filter((step) => step.state !== 'normal').sort((a, b) => a.priority - b.priority);
    const around = data.marks.filter((mark) => Math.abs(mark.t - now) <= AROUND);
    return el('section', { class: 'sheet' }, el('h2', {}, t('alarms', clock(now))), el('div', { class: 'scroll' }, el('table', { id: 'alarms' }, el('tbody', {}, alarms.length === 0 ? el('tr', {}, el('td', {}, t('alarms.none'))) : alarms.map((step) => el('tr', {}, el('td', { class: 'n' }, String(step.priority)), el('td', {}, step.alarm), el('td', {}, t(`state.${step.state}`)), el('td', { class: 't' }, clock(step.t)))))), el('h2', {}, t('events')), el('table', { id: 'events' }, el('tbody', {}, around.length === 0 ? el('tr', {}, el('td', {}, t('events.none'))) : around.map((mark) => el('tr', { class: mark.t <= now ? 'on' : '' }, el('td', { class: 't' }, link(mark.t)), el('td', {}, t(`lane.${mark.lane}`)), el('td', {}, `${mark.points ? `${number(-mark.points, 1)} ` : ''}${pick(mark.text)}`)))))));
  }

  /** @param {number} time */
  function link(time) {
    return el('button', { class: 'lnk', onclick: () => go(time) }, clock(time));
  }

  /** @param {any} pen */
  function trend(pen) {
    const known = pen.v.filter((value) => typeof value === 'number');
    const least = Math.min(...known);
    const most = Math.max(...known);
    const room = Math.max(1e-9, most - least);
    const y = (value) => 70 - (64 * (value - least)) / room;
    let move = 'M';
    let d = '';
    data.curves.t.forEach((time, i) => {
      const value = pen.v[i];
      if (typeof value === 'number') {
        d += `${move}${((1000 * time) / end).toFixed(1)} ${y(value).toFixed(1)}`;
        move = 'L';
      } else {
        move = 'M';
      }
    });
    const at = ((1000 * now) / end).toFixed(1);
    const limits = pen.limits.filter((limit) => limit.value > least && limit.value < most);
    return el('div', { class: 'trend' }, el('div', { class: 'hd' }, el('b', {}, pen.tag), pick(pen.text), el('span', { class: 'sp' }), `${number(least, pen.decimals)} \u2026 ${number(most, pen.decimals)} ${pen.unit}`, el('b', {}, number(pen.v[row()], pen.decimals))), el('svg', { viewBox: '0 0 1000 76', preserveAspectRatio: 'none', role: 'img', 'aria-label': `${pen.tag} ${pick(pen.text)}`, onclick: (event) => { const box = event.currentTarget.getBoundingClientRect(); go((end * (event.clientX - box.left)) / box.width); } }, limits.map((limit) => el('path', { d: `M0 ${y(limit.value).toFixed(1)}H1000`, stroke: '#c4161c', 'stroke-dasharray': '5 4', 'vector-effect': 'non-scaling-stroke' })), el('path', { d: d || 'M0 0', fill: 'none', stroke: '#1d3f94', 'stroke-width': 1.6, 'vector-effect': 'non-scaling-stroke' }), el('path', { d: `M${at} 0V76`, stroke: '#0a58ca', 'stroke-width': 2, 'vector-effect': 'non-scaling-stroke' })));
  }

  function trends() {
    return el('section', { class: 'sheet' }, el('h2', {}, t('trends')), el('div', { class: 'tr2' }, data.curves.pens.filter((pen) => shown.includes(pen.tag)).map(trend)));
  }

  function losses() {
    const list = data.sheet.losses;
    return el('section', { class: 'sheet' }, el('h2', {}, t('losses')), el('table', { id: 'losses' }, el('tbody', {}, list.length === 0 ? el('tr', {}, el('td', {}, t('losses.none'))) : list.map((loss) => el('tr', {}, el('td', { class: 'n' }, number(-Math.abs(loss.points), 1)), el('td', { class: 't' }, link(loss.time)), el('td', {}, pick(loss.reason)), el('td', {}, (loss.evidence ?? []).map((one) => `${one.tag}${typeof one.value === 'number' ? ` = ${number(one.value, 2)}` : ''} ${one.wanted ? `(${pick(one.wanted)})` : ''}`).join('; ')))))));
  }

  const harm = (one) => t('harm', one.trips, one.alarms);
  const moved = (seconds) => t(seconds < 0 ? 'earlier' : 'later', Math.abs(seconds) % 60 === 0 ? `${Math.abs(seconds) / 60} min` : `${number(Math.abs(seconds), 0)} s`);

  function causes() {
    if (!data.causes) {
      return null;
    }
    const times = data.causes.times.filter((one) => Math.abs(one.gain) >= 0.05);
    return el('section', { class: 'sheet' }, el('h2', {}, t('causes')), el('table', { id: 'causes' }, el('tbody', {}, data.causes.list.map((one, i) => el('tr', {}, el('td', {}, String(i + 1)), el('td', {}, pick(one.name)), el('td', { class: 't' }, link(one.t)), el('td', {}, Math.abs(one.weight) < 0.05 ? t('same') : `${t('without')} ${harm(one.without)}`), el('td', { class: 'n' }, number(one.points, 1)))))), times.length === 0 ? null : el('h2', {}, t('times')), times.length === 0 ? null : el('table', {}, el('tbody', {}, times.map((one) => el('tr', {}, el('td', {}, pick(one.name)), el('td', {}, moved(one.seconds)), el('td', {}, harm(one.then)), el('td', { class: 'n' }, number(one.points, 1)))))));
  }

  function interventions() {
    const list = data.interventions ?? [];
    return list.length === 0 ? null : el('section', { class: 'sheet' }, el('h2', {}, t('interventions')), el('table', {}, el('tbody', {}, list.map((one) => el('tr', {}, el('td', { class: 't' }, link(one.t)), el('td', {}, one.by), el('td', {}, pick(one.text)))))));
  }

  function measures() {
    const one = data.measures;
    const rows = [['m.alarms', one.alarms], ['m.per', number(one.perTenMinutes, 1)], ['m.peak', one.peakTenMinutes], ['m.standing', one.standingPeak], ['m.answer', number(one.acknowledgeSeconds, 0)], ['m.priority', `${one.byPriority[1]} / ${one.byPriority[2]} / ${one.byPriority[3]}`]];
    return el('section', { class: 'sheet' }, el('h2', {}, t('measures')), el('table', {}, el('tbody', {}, rows.map(([key, value]) => el('tr', {}, el('td', {}, t(String(key))), el('td', { class: 'n' }, String(value)))))));
  }

  /** Parts that change with the second, drawn again in their places. */
  const moving = { values, state, trends };

  function draw() {
    document.documentElement.lang = language === 'en' ? 'en' : 'zh-CN';
    document.title = `OpenOTS ${t('title')} ${data.run.id}`;
    const place = (name) => el('div', { id: `place-${name}` });
    page.replaceChildren(...[head(), timeline(), slider(), place('trends'), el('div', { class: 'two' }, place('values'), place('state')), losses(), causes(), el('div', { class: 'two' }, measures(), interventions() ?? el('span', {}))].filter((one) => one !== null));
    update();
  }

  function update() {
    for (const [name, make] of Object.entries(moving)) {
      const place = /** @type {HTMLElement} */ (document.getElementById(`place-${name}`));
      const top = place.querySelector('.scroll')?.scrollTop ?? 0;
      const within = place.contains(document.activeElement) ? document.activeElement?.getAttribute('aria-label') : null;
      place.replaceChildren(make());
      const scroll = place.querySelector('.scroll');
      if (scroll) {
        scroll.scrollTop = top;
      }
      if (within) {
        /** @type {HTMLElement | null} */ (place.querySelector(`[aria-label="${CSS.escape(within)}"]`))?.focus();
      }
    }
    const range = /** @type {HTMLInputElement} */ (page.querySelector('input[type=range]'));
    range.value = String(now);
    /** @type {HTMLElement} */ (page.querySelector('output')).textContent = clock(now);
    page.querySelectorAll('i.now').forEach((line) => { /** @type {HTMLElement} */ (line).style.left = `${(100 * now) / end}%`; });
  }

  draw();
})();
