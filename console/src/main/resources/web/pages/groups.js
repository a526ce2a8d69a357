import { html } from 'lit';
import { PageElement } from '../lib/element.js';
import './group-list.js';
import './group-history.js';

/** Sessions, stories or users: their list, or one of them. */
class GroupsPage extends PageElement {
  static properties = { kind: {}, one: {}, groupId: { attribute: false }, query: { attribute: false } };

  render() {
    return this.groupId
      ? html`<narrative-group-history kind=${this.kind} one=${this.one} .groupId=${this.groupId} .query=${this.query}></narrative-group-history>`
      : html`<narrative-group-list kind=${this.kind} one=${this.one} .query=${this.query}></narrative-group-list>`;
  }
}

customElements.define('narrative-groups-page', GroupsPage);
