// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { pick, t } from '../core/i18n.js';

/** Fields that only a single row may have. */
const OWN = ['tag', 'item', 'pointer'];

/** @param {any} tag @param {string} path */
function read(tag, path) {
  return path.split('.').reduce((at, part) => at?.[part], tag);
}

/** Writes a value, or takes the field out; parts that become empty go too. @param {any} tag @param {string} path @param {any} value */
function write(tag, path, value) {
  const [first = '', ...rest] = path.split('.');
  if (rest.length === 0) {
    if (value === undefined) {
      delete tag[first];
    } else {
      tag[first] = value;
    }
    return;
  }
  const list = /^\d+$/.test(rest[0] ?? '');
  tag[first] ??= list ? [] : {};
  if (list) {
    tag[first][Number(rest[0])] = value ?? null;
    if (tag[first].every((/** @type {any} */ one) => one === null || one === undefined)) {
      delete tag[first];
    }
    return;
  }
  write(tag[first], rest.join('.'), value);
  if (Object.keys(tag[first]).length === 0) {
    delete tag[first];
  }
}

/** What was typed: a number where it is one, else the text, which the check then refuses at its field. @param {string} text */
function typed(text) {
  const plain = text.trim().replace('\u2212', '-');
  return plain === '' ? undefined : Number.isFinite(Number(plain)) ? Number(plain) : plain;
}

/** Everything that can be said of one tag, or of several at once. */
class MapFields extends LightElement {
  static properties = { draft: { attribute: false }, selected: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./map-draft.js').MapDraft | null} */
    this.draft = null;
    /** @type {Set<number>} */
    this.selected = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.draft) {
      this.follow(this.draft);
    }
  }

  get #rows() {
    return [...this.selected].filter((row) => this.draft?.map?.tags[row]);
  }

  /** @param {string} field @param {any} value */
  #set(field, value) {
    const rows = this.#rows;
    this.draft?.edit((map) => rows.forEach((row) => write(map.tags[row], field, value)));
  }

  render() {
    const { draft } = this;
    const rows = this.#rows;
    const [first] = rows;
    const tag = draft?.map?.tags[first ?? -1];
    if (!draft || !tag || first === undefined) {
      return html`<p class="mut rgd0">${t('map.edit.how')}</p>`;
    }
    const one = rows.length === 1;
    const pointer = tag.dialect === 'pointer';
    const unit = draft.signals[tag.tag]?.unit ?? '';
    const options = (/** @type {string[]} */ words, /** @type {string} */ key) => words.map((value) => ({ value, text: key === '' ? value : t(`${key}.${value}`) }));
    return html`<div class="mpe"><fieldset><legend>${one ? t('map.edit.source') : t('map.edit.many', rows.length)}</legend>
        ${one ? this.#text('tag', 'tag', { list: 'mp-signals' }) : nothing}${this.#text('topic', 'topic')}${this.#choice('dialect', 'dialect', options(draft.desk?.dialects ?? [], ''))}
        ${one ? this.#text(pointer ? 'pointer' : 'item', pointer ? 'pointer' : 'item', { holder: pointer ? '/data/TI-701' : tag.tag }) : nothing}</fieldset>
      <fieldset><legend>${t('map.edit.number')}</legend>${this.#choice('unit.in', 'unit.in', options(draft.desk?.units[unit] ?? [], ''), t('map.unit.same', unit || '1'))}
        ${this.#text('scale.gain', 'gain', { number: true, holder: '1' })}${this.#text('scale.bias', 'bias', { number: true, holder: '0' })}
        ${this.#text('range.0', 'low', { number: true, holder: draft.signals[tag.tag]?.low })}${this.#text('range.1', 'high', { number: true, holder: draft.signals[tag.tag]?.high })}
        ${this.#text('rate', 'rate', { number: true, holder: '' })}<label class="rgck mpck"><input type="checkbox" .checked=${rows.every((row) => draft.map?.tags[row]?.clamp === true)} @change=${(/** @type {any} */ event) => this.#set('clamp', event.target.checked || undefined)}>${t('map.clamp')}</label></fieldset>
      <fieldset><legend>${t('map.edit.time')}</legend>${this.#text('period', 'period', { seconds: true, holder: '1 s' })}${this.#text('timeout', 'timeout', { seconds: true, holder: '3 s' })}${this.#text('frozen', 'frozen', { number: true, holder: '0' })}${this.#text('deadband', 'deadband', { number: true, holder: '0' })}
        ${this.#choice('write', 'write', options((draft.desk?.writes ?? []).filter((word) => word !== 'none'), 'map.write'), t('map.write.none'))}
        ${this.#choice('quality.map', 'quality', options(draft.desk?.qualityMaps ?? [], ''), t('map.by.dialect'))}
        ${this.#choice('time.form', 'time', options(draft.desk?.timeForms ?? [], ''), t('map.by.dialect'))}${this.#text('time.zone', 'zone', { holder: 'Asia/Shanghai' })}
        ${pointer ? html`${this.#text('quality.pointer', 'quality.pointer', { holder: '/q' })}${this.#text('time.pointer', 'time.pointer', { holder: '/ts' })}` : nothing}</fieldset>
      <fieldset><legend>${t('map.edit.calibration')}</legend>${this.#text('calibration.date', 'cal.date', { day: true })}${this.#text('calibration.validDays', 'cal.days', { number: true, holder: '365' })}
        <p class="row"><button class="btn s" @click=${() => this.#calibrated()}>${t('map.cal.today')}</button><button class="btn s" @click=${() => this.#set('calibration', undefined)}>${t('map.cal.none')}</button></p>
        <p class="row"><button class="btn s danger" @click=${() => this.#remove()}>${t('map.remove', rows.length)}</button></p></fieldset>
      ${one ? draft.wrong(first).map((finding) => html`<p class="wrong mpwf" role="alert">${pick(finding.rule)} <span class="cap">${finding.code}</span></p>`) : nothing}</div>`;
  }

  #calibrated() {
    const rows = this.#rows;
    this.draft?.edit((map) => rows.forEach((row) => {
      const tag = map.tags[row];
      if (tag) {
        tag.calibration = { validDays: 365, ...tag.calibration, date: this.draft?.desk?.today };
      }
    }));
  }

  #remove() {
    const gone = new Set(this.#rows);
    this.draft?.edit((map) => {
      map.tags = map.tags.filter((_, row) => !gone.has(row));
    });
    this.dispatchEvent(new CustomEvent('select-rows', { detail: new Set(), bubbles: true }));
  }

  /** What the rows have in common. @param {string} field */
  #common(field) {
    const values = this.#rows.map((row) => read(this.draft?.map?.tags[row], field));
    const [value] = values;
    return { value, same: values.every((one) => one === value) };
  }

  /** @param {string} field @param {string} name @param {any} control */
  #label(field, name, control) {
    const rows = this.#rows;
    const top = field.split('.')[0] ?? field;
    const wrong = rows.length === 1 && (this.draft?.wrong(rows[0] ?? -1, OWN.includes(field) ? field : top).length ?? 0) > 0;
    return html`<label class="mpl ${wrong ? 'bad' : ''}" data-field=${field}><span class="cap">${t(`map.field.${name}`)}</span>${control}</label>`;
  }

  /**
   * @param {string} field
   * @param {string} name
   * @param {{ number?: boolean, seconds?: boolean, day?: boolean, list?: string, holder?: any }} [kind]
   */
  #text(field, name, kind = {}) {
    const { value, same } = this.#common(field);
    const change = (/** @type {any} */ event) => {
      const text = event.target.value.trim();
      const plain = kind.seconds && /^[0-9.]+$/.test(text);
      this.#set(field, text === '' ? undefined : kind.number ? typed(text) : plain ? `${text} s` : text);
    };
    return this.#label(field, name, html`<input class="field" type=${kind.day ? 'date' : 'text'} autocomplete="off" list=${kind.list ?? nothing} placeholder=${same ? String(kind.holder ?? '') : t('map.several')} .value=${same ? String(value ?? '') : ''} @change=${change}>`);
  }

  /**
   * @param {string} field
   * @param {string} name
   * @param {Array<{ value: string, text: string }>} options
   * @param {string} [usual] what it is when nothing is said
   */
  #choice(field, name, options, usual) {
    const { value, same } = this.#common(field);
    const known = options.some((one) => one.value === value) || value === undefined;
    return this.#label(field, name, html`<select class="field" @change=${(/** @type {any} */ event) => this.#set(field, event.target.value === '' ? undefined : event.target.value)}>
      ${same ? nothing : html`<option disabled selected>${t('map.several')}</option>`}${usual === undefined ? nothing : html`<option value="" ?selected=${same && value === undefined}>${usual}</option>`}
      ${known ? nothing : html`<option value=${value} selected>${value}</option>`}${options.map((one) => html`<option value=${one.value} ?selected=${same && one.value === value}>${one.text}</option>`)}</select>`);
  }
}

customElements.define('ots-map-fields', MapFields);
