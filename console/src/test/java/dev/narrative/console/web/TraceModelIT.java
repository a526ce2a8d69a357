package dev.narrative.console.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is worked out of a trace before it is drawn: modules without a page, in the browser that runs them. */
final class TraceModelIT {
    /** Makes outlines of spans as short as a test can read: id, parent, start, duration, and what else. */
    private static final String BEGIN = """
            async () => {
              const load = (name) => import('/web/trace/' + name + '.js');
              const { TraceModel } = await load('model/trace-model');
              const { VisibleRows } = await load('model/visible-rows');
              const span = (spanId, parentSpanId, offsetMs, durationMs, more) =>
                ({ spanId, parentSpanId, name: 'n' + spanId, service: 's', offsetMs, durationMs, attributes: {}, ...more });
              const model = (...spans) => new TraceModel({ name: 't' }, spans);
              const ids = (rows, of) => Array.from({ length: rows.length }, (x, row) => rows.span(row) < 0 ? '+' + rows.fold(row).spans : of.ids[rows.span(row)]).join(' ');
            """;

    private static Visitor visitor;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        visitor = BrowsedConsole.shared().visitor(1_440, false).goTo("/compare");
    }

    @AfterAll
    static void close() {
        visitor.assertContent();
        visitor.close();
    }

    private static Object run(String script) {
        return visitor.evaluate(BEGIN + script + "}");
    }

    @Test
    void numbersSpans_asAReaderMeetsThem() {
        assertThat(run("""
                const m = model(span('a', null, 0, 100), span('b', 'a', 10, 50), span('c', 'a', 40, 20), span('d', 'b', 45, 5));
                return [m.ids.join(''), [...m.parent].join(), [...m.end].join(), [...m.depth].join(), [...m.place].join(), m.find('c')];
                """)).isEqualTo(List.of("abdc", "-1,0,1,0", "4,3,3,4", "0,1,2,1", "0,0,0,1", 3));
    }

    @Test
    void keepsEverySpanOnce_whateverItsParents() {
        assertThat(run("""
                const { MISSING_PARENT, CIRCLE, REPEATED, SKEWED } = await load('model/flags');
                const m = model(span('a', null, 5, 100), span('early', 'a', 4, 9), span('orphan', 'zz', 6, 1),
                  span('x', 'y', 7, 1), span('y', 'x', 8, 1), span('self', 'self', 9, 1),
                  span('twice', 'a', 10, undefined, { state: 'running' }), span('twice', 'a', 10, 5));
                const flagged = (flag) => m.ids.filter((id, i) => m.has(i, flag)).join();
                return [m.ids.join(), flagged(MISSING_PARENT), flagged(CIRCLE), flagged(REPEATED), flagged(SKEWED), m.duration(m.find('twice'))];
                """))
                .isEqualTo(List.of("a,early,twice,orphan,x,y,self", "orphan", "x,self", "twice", "early", 5));
    }

    @Test
    void letsOpenSpansLast_untilTheEndOrNow() {
        assertThat(run("""
                const running = [span('a', null, 0, undefined, { state: 'running' }), span('b', 'a', 10, 20)];
                const cut = [span('a', null, 0, undefined, { state: 'interrupted' }), span('b', 'a', 10, 20)];
                return [new TraceModel({}, running, 500).stop[0], new TraceModel({}, cut, 500).stop[0]];
                """)).isEqualTo(List.of(500, 30));
    }

    @Test
    void tellsSelfTime_gaps_andTheCriticalPath() {
        assertThat(run("""
                const { selfTimes, criticalPath, eachGap } = await load('model/timing');
                const m = model(span('a', null, 0, 100), span('b', 'a', 10, 20), span('c', 'a', 25, 25), span('d', 'a', 40, 5), span('e', 'a', 90, 30));
                const gaps = [];
                eachGap(m, 0, (from, to) => gaps.push(from + '-' + to));
                return [gaps.join(), [...selfTimes(m)].join(), [...criticalPath(m)].join()];
                """)).isEqualTo(List.of("0-10,50-90", "50,20,25,5,30", "65,-1,25,-1,10"));
    }

    @Test
    void folds_collapses_filters_andReveals() {
        assertThat(run("""
                const spans = [span('r', null, 0, 1000)];
                for (let i = 0; i < 250; i++) { spans.push(span('c' + i, 'r', i + 1, 1, i === 240 ? { status: 'error' } : {})); }
                spans.push(span('deep', 'c7', 8.5, 0.1));
                const m = model(...spans);
                const rows = new VisibleRows(m);
                const seen = [rows.length, rows.fold(102).spans, rows.fold(102).errors];
                rows.unfold(0); seen.push(rows.length);
                rows.collapse(m.find('c7'), true); seen.push(rows.rowOf(m.find('deep')));
                rows.filter([m.find('deep'), m.find('c3')]); seen.push(ids(rows, m));
                rows.reveal(m.find('deep')); seen.push(ids(rows, m), rows.isWay(m.find('c7')));
                rows.filter(null); seen.push(rows.reveal(m.find('c249')), rows.length);
                rows.collapseFrom(0); seen.push(ids(rows, m));
                const later = new VisibleRows(model(...spans, span('new', null, 2000, 1)));
                later.adopt(rows, m); seen.push(later.length);
                return seen;
                """))
                .isEqualTo(List.of(103, 150, 1, 203, -1, "r c3 c7", "r c3 c7 deep", true, true, 252, "r", 2));
    }

    @Test
    void finds_byAllWords_andGoesRound() {
        assertThat(run("""
                const { SpanSearch, following } = await load('model/search');
                const m = model(span('a', null, 0, 9, { name: 'Chat GPT' }), span('b', 'a', 1, 1, { name: 'chat', status: 'error', statusMessage: 'Too late' }),
                  span('c', 'a', 2, 1, { attributes: { 'gen_ai.response.model': 'gpt-4o' } }));
                const search = new SpanSearch(m);
                const found = [...search.matches('chat')];
                return [found.join(), [...search.matches('LATE chat')].join(), [...search.matches('  ')].length, [...search.errors()].join(), [...search.calls()].join(),
                  following(found, 0, 1), following(found, 1, 1), following(found, 0, -1), following([], 3, 1)];
                """)).isEqualTo(List.of("0,1", "1", 0, "1", "2", 1, 0, 1, -1));
    }

    @Test
    void sumsUpByName_andDrawsBoxesAsWideAsTheirWork() {
        assertThat(run("""
                const { statistics, percentile } = await load('model/statistics');
                const { selfTimes } = await load('model/timing');
                const { flame, layout } = await load('model/flame');
                const m = model(span('a', null, 0, 100), span('b', 'a', 0, 40, { name: 'work' }), span('c', 'a', 40, 20, { name: 'work', status: 'error' }));
                const self = selfTimes(m);
                const row = statistics(m, self).find(({ name }) => name === 'work');
                const { root, boxes } = flame(m, self);
                const placed = layout(root, 0.01).map(({ box, from, to }) => `${box.name} ${from.toFixed(1)}-${to.toFixed(1)}`);
                return [row.count, row.total, row.p50, row.p95, row.errors, boxes.length, root.time, placed.join()];
                """)).isEqualTo(List.of(2, 60, 20, 40, 1, 3, 100, "t 0.0-1.0,na 0.0-1.0,work 0.0-0.6"));
    }

    @Test
    void pairsToolCalls_withTheirResults() {
        assertThat(run("""
                const { talk } = await load('details/messages');
                const said = talk({
                  'gen_ai.system_instructions': JSON.stringify([{ type: 'text', content: 'be brief' }]),
                  'gen_ai.input.messages': JSON.stringify([
                    { role: 'user', parts: [{ type: 'text', content: 'hi' }, { type: 'blob', modality: 'image', mime_type: 'image/png', size: 7 }] },
                    { role: 'assistant', parts: [{ type: 'reasoning', content: 'hm' }, { type: 'tool_call', id: 'c1', name: 'find', arguments: '{}' }] },
                    { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c1', response: 'found' }] },
                    { role: 'tool', parts: [{ type: 'tool_call_response', id: 'nobody', response: 'lost' }] }]),
                  'gen_ai.output.messages': '{"broken',
                });
                return said.map(({ role, parts }) => role + ': ' + parts.map(({ kind, text, result }) => [kind, text, result].filter((x) => x !== undefined).join('=')).join(', '));
                """))
                .isEqualTo(List.of(
                        "system: text=be brief",
                        "user: text=hi, blob",
                        "assistant: reasoning=hm, call={}=found",
                        "tool: result=lost",
                        "assistant: text={\"broken"));
    }

    @Test
    void zoomsWithinATrace_asItsAddressSays() {
        assertThat(run("""
                const { TimeScale } = await load('model/time-scale');
                const { fromQuery, toQuery } = await load('trace-state');
                const m = model(span('a', null, 0, 100));
                const scale = TimeScale.parse('20-60', m);
                return { at: scale.at(40), text: String(scale), ticks: scale.ticks(4).join(), wide: String(TimeScale.parse('-5-900', m)),
                  wrong: String(TimeScale.parse('60-20', m)), query: JSON.stringify(toQuery(fromQuery({ only: 'nonsense', q: 'x', depth: '2', view: 'flame' }))) };
                """))
                .isEqualTo(
                        Map.of(
                                "at",
                                0.5,
                                "text",
                                "20-60",
                                "ticks",
                                "20,30,40,50,60",
                                "wide",
                                "0-100",
                                "wrong",
                                "0-100",
                                "query",
                                "{\"span\":\"\",\"q\":\"x\",\"only\":\"\",\"view\":\"flame\",\"path\":\"\",\"depth\":\"2\",\"zoom\":\"\"}"));
    }

    @Test
    void takes50000Spans_inAChainToo() {
        assertThat(run("""
                const { selfTimes, criticalPath } = await load('model/timing');
                const spans = Array.from({ length: 50000 }, (x, i) => span('s' + i, i ? 's' + (i - 1) : null, i, 100000 - 2 * i));
                const m = model(...spans);
                return [m.depth[49999], new VisibleRows(m).length, selfTimes(m)[0], criticalPath(m)[49999] > 0];
                """)).isEqualTo(List.of(49_999, 50_000, 2, true));
    }
}
