package dev.narrative.model.tree;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.Attributes;
import dev.narrative.model.SpanEvent;
import dev.narrative.model.StatusCode;
import dev.narrative.model.TestSpans;
import dev.narrative.model.journal.JournalSpan;
import dev.narrative.model.journal.SpanState;
import dev.narrative.model.score.Score;
import dev.narrative.model.score.ScoreEvents;
import java.util.List;
import org.junit.jupiter.api.Test;

class TreePrinterTest {
    private static final List<JournalSpan> TRACE = List.of(
            TestSpans.span("narrate scene", 1)
                    .at(0, 8410)
                    .service("studio")
                    .put("session.id", "chap-12")
                    .put("narrative.story.id", "dawn")
                    .build(),
            TestSpans.span("plan", 2).parent(1).at(0, 1200).service("studio").build(),
            TestSpans.span("chat claude-opus-4", 3)
                    .parent(2)
                    .at(80, 1190)
                    .service("studio")
                    .put("gen_ai.request.model", "claude-opus-4")
                    .put("gen_ai.usage.input_tokens", 1_900)
                    .put("gen_ai.usage.output_tokens", 310)
                    .put("narrative.cost.total", 0.009)
                    .build(),
            TestSpans.span("write", 4)
                    .parent(1)
                    .at(1510, 8410)
                    .service("models")
                    .status(StatusCode.ERROR, "too late")
                    .put("error.type", "java.util.concurrent.TimeoutException")
                    .build());

    @Test
    void drawsATrace() {
        assertThat(print(TRACE, 100, false)).isEqualTo("""
                trace 0123456789abcdeffedcba9876543210  session chap-12  story dawn  4 spans  8.41s  1.9k→310  $0.0…
                narrate scene [studio]                 8.41s ████████████████████
                ├─ plan                                1.20s ███
                │  └─ chat claude-opus-4               1.11s ███                  1.9k→310  $0.0090
                └─ write [models] ✗ TimeoutException   6.90s     ████████████████
                """);
    }

    @Test
    void keepsToAscii_whenAsked() {
        assertThat(print(TRACE, 130, true)).isEqualTo("""
                trace 0123456789abcdeffedcba9876543210  session chap-12  story dawn  4 spans  8.41s  1.9k->310  $0.0090  x 1
                narrate scene [studio]                 8.41s ####################
                |- plan                                1.20s ###
                |  `- chat claude-opus-4               1.11s ###                  1.9k->310  $0.0090
                `- write [models] x TimeoutException   6.90s     ################
                """);
    }

    @Test
    void saysWhatIsNotWhole() {
        String text = print(
                List.of(
                        TestSpans.span("a", 1).at(0, 100).build(),
                        TestSpans.span("b", 2).parent(1).at(10, 0).open().build(),
                        TestSpans.span("c", 3)
                                .parent(1)
                                .at(20, 0)
                                .open()
                                .state(SpanState.INTERRUPTED)
                                .build(),
                        TestSpans.span("d", 4).parent(77).at(30, 40).build()),
                100,
                false);

        assertThat(text.lines())
                .anyMatch(line -> line.startsWith("├─ b") && line.endsWith("running"))
                .anyMatch(line -> line.startsWith("└─ c") && line.endsWith("interrupted"))
                .anyMatch(line -> line.startsWith("d") && line.endsWith("parent missing"));
    }

    @Test
    void takesTheErrorsType_fromTheExceptionElseTheMessage() {
        Attributes exception = new Attributes().put("exception.type", "com.shop.OutOfStock");
        String text = print(
                List.of(
                        TestSpans.span("a", 1)
                                .status(StatusCode.ERROR, null)
                                .event(new SpanEvent("exception", 1, exception))
                                .build(),
                        TestSpans.span("b", 2)
                                .status(StatusCode.ERROR, "no stock")
                                .build(),
                        TestSpans.span("c", 3).status(StatusCode.ERROR, null).build()),
                100,
                false);

        assertThat(text)
                .contains("a [shop] ✗ OutOfStock ")
                .contains("b [shop] ✗ no stock ")
                .contains("c [shop] ✗ ");
    }

    @Test
    void letsNoName_steerTheTerminal() {
        String text = print(
                List.of(TestSpans.span("evil\u001b[2J\n\u202e" + "x".repeat(500), 1)
                        .put("session.id", "s\u001b]0;title\u0007\r")
                        .build()),
                80,
                false);

        assertThat(text).doesNotContain("\u001b", "\r", "\u0007", "\u202e");
        assertThat(text.lines()).hasSize(2).allMatch(line -> line.length() <= 80);
    }

    @Test
    void coloursOnly_whenAsked() {
        assertThat(print(TRACE, 100, false)).doesNotContain("\u001b");
        assertThat(new TreePrinter(new TreeStyle(100, false, true)).print(TRACE))
                .contains("\u001b[31m└─ write");
    }

    @Test
    void showsScores() {
        JournalSpan judged = TestSpans.span("write", 1)
                .event(ScoreEvents.of(Score.numeric("coherence", 0.8), 1))
                .event(ScoreEvents.of(Score.categorical("verdict", "good\u001b[31m"), 2))
                .build();

        assertThat(print(List.of(judged), 140, false)).contains("coherence 0.8  verdict good [31m");
    }

    @Test
    void printsNothing_forNoSpans() {
        assertThat(print(List.of(), 100, false)).isEmpty();
    }

    private static String print(List<JournalSpan> spans, int width, boolean ascii) {
        return new TreePrinter(new TreeStyle(width, ascii, false)).print(spans);
    }
}
