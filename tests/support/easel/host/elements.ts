/** WeChat's own components, as far as they are more than a box: drawn by custom elements named `wx-…`. */

interface Node {
  triggerEvent(name: string, detail: object, options: object): void;
}

abstract class WxElement extends HTMLElement {
  /** Put there by glass-easel. */
  __wxElement?: Node;
  private drawn = false;

  /** Builds what is inside, once. */
  protected abstract draw(): void;
  /** Follows the attributes. */
  protected abstract follow(): void;

  connectedCallback(): void {
    if (!this.drawn) this.draw();
    this.drawn = true;
    this.follow();
  }

  attributeChangedCallback(): void {
    if (this.drawn) this.follow();
  }

  protected trigger(name: string, detail: object): void {
    this.__wxElement?.triggerEvent(name, detail, {});
  }

  protected text(name: string): string {
    return this.getAttribute(name) ?? '';
  }

  protected shadow(css: string, ...inside: Element[]): void {
    const style = document.createElement('style');
    style.textContent = css;
    this.attachShadow({ mode: 'open' }).append(style, ...inside);
  }
}

const FITS: Record<string, string> = { aspectFit: 'contain', aspectFill: 'cover' };

class WxImage extends WxElement {
  static readonly observedAttributes = ['src', 'mode'];
  private readonly picture = document.createElement('img');

  protected draw(): void {
    this.shadow('img { display: block; width: 100%; height: 100%; }', this.picture);
    this.picture.onload = () =>
      this.trigger('load', { width: this.picture.naturalWidth, height: this.picture.naturalHeight });
    this.picture.onerror = () => console.error(`an image cannot be shown: ${this.text('src').slice(0, 100)}`);
  }

  protected follow(): void {
    const source = this.text('src');
    if (source && this.picture.getAttribute('src') !== source) this.picture.src = source;
    this.picture.style.objectFit = FITS[this.text('mode')] ?? 'fill';
  }
}

class WxScrollView extends WxElement {
  static readonly observedAttributes = ['scroll-x', 'scroll-y'];
  private readonly window = document.createElement('div');

  protected draw(): void {
    const content = document.createElement('div');
    content.append(document.createElement('slot'));
    this.window.append(content);
    this.shadow('div { width: 100%; height: 100%; }', this.window);
  }

  protected follow(): void {
    this.window.style.overflowX = this.hasAttribute('scroll-x') ? 'auto' : 'hidden';
    this.window.style.overflowY = this.hasAttribute('scroll-y') ? 'auto' : 'hidden';
  }
}

class WxInput extends WxElement {
  static readonly observedAttributes = ['value', 'placeholder', 'placeholder-class', 'type', 'password', 'disabled'];
  private readonly hint = document.createElement('div');
  protected readonly field: HTMLInputElement | HTMLTextAreaElement = document.createElement('input');

  protected draw(): void {
    const { field, hint } = this;
    this.append(hint, field);
    field.addEventListener('input', (event) => {
      event.stopPropagation();
      this.sayHint();
      this.trigger('input', { value: field.value, cursor: field.selectionStart, keyCode: 0 });
    });
    field.addEventListener('focus', () => this.trigger('focus', { value: field.value, height: 0 }));
    field.addEventListener('blur', () => this.trigger('blur', { value: field.value }));
    field.addEventListener('keydown', (event) => {
      if ((event as KeyboardEvent).key === 'Enter') this.trigger('confirm', { value: field.value });
    });
  }

  protected follow(): void {
    const { field } = this;
    if (field.value !== this.text('value')) field.value = this.text('value');
    if (this.hasAttribute('maxlength')) field.maxLength = Number(this.text('maxlength'));
    if (field instanceof HTMLInputElement) field.type = this.hasAttribute('password') ? 'password' : 'text';
    field.disabled = this.hasAttribute('disabled') && this.text('disabled') !== '';
    this.hint.className = `hint ${this.text('placeholder-class')}`;
    this.sayHint();
  }

  private sayHint(): void {
    this.hint.textContent = this.field.value ? '' : this.text('placeholder');
  }
}

class WxTextarea extends WxInput {
  protected override readonly field = document.createElement('textarea');
}

/** Those that are no more than a box, or whose working no test needs: a picker only shows what is in it. */
const BOXES = ['page-meta', 'view', 'text', 'button', 'picker', 'form', 'label'];

const DRAWN: Record<string, CustomElementConstructor> = {
  image: WxImage,
  'scroll-view': WxScrollView,
  input: WxInput,
  textarea: WxTextarea,
};

/** Makes the components that the package uses; one that is not known here would be drawn as nothing. */
export function defineElements(tags: string[]): void {
  for (const tag of tags) {
    const element = DRAWN[tag];
    if (element) customElements.define(`wx-${tag}`, element);
    else if (!BOXES.includes(tag))
      throw new Error(`<${tag}> is not drawn yet: see tests/support/easel/host/elements.ts`);
  }
}

/** What WeChat's components look like before a page says otherwise. */
export const elementStyles = `
  html { height: 100%; }
  body { margin: 0; min-height: 100%; }
  wx-page, wx-view, wx-scroll-view, wx-form, wx-picker, comp { display: block; }
  wx-scroll-view { width: 100%; }
  wx-page-meta { display: none; }
  wx-text, wx-label { display: inline; }
  wx-image { display: inline-block; width: 320px; height: 240px; overflow: hidden; }
  wx-button { display: block; position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px;
    border-radius: 5px; background: #f8f8f8; color: #000; font-size: 18px; line-height: 2.55555556; text-align: center; }
  wx-button::after { content: ''; position: absolute; inset: 0; border: 0.5px solid rgba(0, 0, 0, 0.2);
    border-radius: 5px; pointer-events: none; }
  wx-input { display: block; position: relative; height: 1.4rem; min-height: 1.4rem; overflow: hidden;
    white-space: nowrap; }
  wx-textarea { display: block; position: relative; width: 300px; height: 150px; }
  :where(wx-input, wx-textarea) > * { box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0; border: 0;
    outline: 0; background: none; color: inherit; font: inherit; text-align: inherit; }
  wx-input > .hint { display: flex; align-items: center; }
  :where(.hint) { position: absolute; inset: 0; color: grey; pointer-events: none; }
`;
