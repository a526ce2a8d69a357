import { html, nothing } from 'lit';
import { me } from '../lib/api.js';
import { PageElement } from '../lib/element.js';
import './copy-button.js';

/** What to do to see the first trace. The page around it changes by itself when that comes. */
class FirstRun extends PageElement {
  static properties = { tokens: { state: true }, way: { state: true } };

  constructor() {
    super();
    this.way = 'agent';
    me().then((who) => { this.tokens = Boolean(who.csrf); }, () => {});
  }

  render() {
    const snippet = this.way === 'agent' ? this.agent() : this.openTelemetry();
    return html`<section class="empty first-run">
      <h2>Waiting for the first trace</h2>
      <p>Start your application with the agent. Nothing in its code changes; this page turns into its traces by itself.</p>
      <div class="row" role="group" aria-label="What sends the spans">
        <button type="button" aria-pressed=${this.way === 'agent'} @click=${() => { this.way = 'agent'; }}>Narrative's agent</button>
        <button type="button" aria-pressed=${this.way === 'otel'} @click=${() => { this.way = 'otel'; }}>Any OpenTelemetry SDK</button>
      </div>
      <div class="snippet"><pre tabindex="0" aria-label="Command to run">${snippet}</pre><narrative-copy .text=${snippet} label="Copy the command"></narrative-copy></div>
      ${this.tokens ? html`<p class="small muted">This console asks for tokens. Make one for the application: <code>narrative token create --role ingest</code>.</p>` : nothing}
      <p class="small muted"><code>masked</code> keeps prompts and answers with secrets taken out; <code>none</code>, the default, keeps neither.
        No application at hand? <code>make demo</code> plays a story.</p>
      <p class="waiting" role="status"><span class="pulse" aria-hidden="true"></span> Listening at ${location.origin}</p>
    </section>`;
  }

  agent() {
    return ['java -javaagent:narrative-agent.jar \\',
      '     -Dnarrative.exporters=otlp \\',
      `     -Dotel.exporter.otlp.endpoint=${location.origin} \\`,
      ...(this.tokens ? ['     "-Dotel.exporter.otlp.headers=Authorization=Bearer nrt_…" \\'] : []),
      '     -Dnarrative.llm.content=masked \\',
      '     -jar your-application.jar'].join('\n');
  }

  openTelemetry() {
    return ['export OTEL_EXPORTER_OTLP_PROTOCOL=http/protobuf',
      `export OTEL_EXPORTER_OTLP_ENDPOINT=${location.origin}`,
      ...(this.tokens ? ['export OTEL_EXPORTER_OTLP_HEADERS="Authorization=Bearer nrt_…"'] : [])].join('\n');
  }
}

customElements.define('narrative-first-run', FirstRun);
