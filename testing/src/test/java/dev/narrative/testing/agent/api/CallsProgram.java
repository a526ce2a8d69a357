package dev.narrative.testing.agent.api;

import dev.narrative.api.Generation;
import dev.narrative.api.Layer;
import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Score;
import dev.narrative.api.SpanType;
import dev.narrative.api.Universe;
import dev.narrative.api.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Calls everything that the API has. */
final class CallsProgram {
    private CallsProgram() {}

    public static void main(String[] args) throws IOException {
        System.out.println("active " + Narrative.isActive());
        outside();
        try (OpenSpan story = Narrative.start("s-7", "st-3")) {
            story.log("beat created", Map.of("beat", 4, "api_key", "sk-verysecret"));
            story.user("u-9");
            steps(story);
            generations();
            artifacts(story);
            scores(story);
        }
        disorder();
        hostile();
        System.out.println("done");
    }

    private static void outside() {
        System.out.println("no span " + Narrative.current().traceId() + Narrative.headers());
        Narrative.current().attribute("lost", 1);
        Narrative.current().log("lost");
    }

    private static void steps(OpenSpan story) {
        try (OpenSpan chart = story.span("update chart")) {
            chart.type(SpanType.CHAIN);
            chart.layer(Layer.CORE);
            chart.universe(Universe.CEREMONY);
            chart.input(Map.of("chart", "c-1"));
            chart.output(List.of(1, 2));
            chart.attribute("beats", 12);
            chart.attribute("model", "ours");
            chart.attribute("password", "hidden");
            chart.attribute("mail", "write to ada@example.org");
            chart.attribute("narrative.layer", "refused");
            chart.tags("draft", "second");
            chart.tags("second", "third");
            chart.prompt("chart-prompt", 3);
            try (OpenSpan within = Narrative.span("within")) {
                Narrative.current().attribute("here", true);
                within.name("renamed");
                System.out.println("ids " + within.traceId().equals(story.traceId())
                        + within.spanId().length() + within.sessionId() + within.storyId() + within.userId()
                        + within.narrativeTraceId().length());
            }
        }
        try (OpenSpan failing = Narrative.span("failing")) {
            failing.fail(new IllegalStateException("broke"));
        }
        try (OpenSpan failing = Narrative.span("failing with words")) {
            failing.fail("no paper left");
        }
    }

    private static void generations() {
        try (Generation told = Narrative.generation("summarise chapter")) {
            told.model("openai", "gpt-4o-mini");
            told.responseModel("gpt-4o-mini-2024-07-18");
            told.parameter("temperature", 0.5);
            told.input(List.of(
                    Map.of("role", "system", "content", "Be brief."), Map.of("role", "user", "content", "Chapter 1")));
            told.firstToken();
            told.output("It ");
            told.output("rained.");
            told.usage(new Usage(1000, 200, 0, 300, 50));
            told.finishReason("stop");
            told.prompt("summary", 7);
        }
        try (Generation paid = Narrative.generation("paid elsewhere")) {
            paid.model("ours", "house-model");
            paid.usage(Usage.of(10, 20));
            paid.cost(0.25, 0.5);
        }
        try (Generation failed = Narrative.generation("failed call")) {
            failed.fail(new IOException("model is down"));
        }
    }

    private static void artifacts(OpenSpan story) throws IOException {
        story.artifact("cover", "image/png", 123_456, "ab12", "https://example.org/cover.png");
        story.artifact("notes", "text/markdown", "mail ada@example.org".getBytes(StandardCharsets.UTF_8));
        story.artifact("blob", "application/octet-stream", new byte[] {1, 2, 3});
        Path file = Files.writeString(Path.of("chapter.md"), "# One");
        story.artifact("chapter", "text/markdown", file);
        story.artifact("missing", "text/markdown", Path.of("nowhere.md"));
    }

    private static void scores(OpenSpan story) {
        String traceId = story.traceId();
        String spanId;
        try (OpenSpan judged = Narrative.span("judged")) {
            spanId = judged.spanId();
            judged.score("coherence", 0.75);
            judged.score("tone", "warm");
            judged.score("passed", true);
            judged.score(Score.text("remark", "well done").because("it flows").withId("r-1"));
        }
        Narrative.scoreSpan(traceId, spanId, Score.of("late", 1));
        Narrative.scoreTrace(traceId, Score.of("whole", 0.5));
        Narrative.scoreSession("s-7", Score.of("session", false));
    }

    /** Spans that end in the wrong order and on another thread leave the thread as it was. */
    private static void disorder() {
        OpenSpan outer = Narrative.span("outer of disorder");
        OpenSpan inner = Narrative.span("inner of disorder");
        outer.end();
        inner.end();
        inner.end();
        System.out.println("after disorder " + Narrative.current().spanId());
        OpenSpan moved = Narrative.span("moved");
        moved.detach();
        System.out.println("after detach " + Narrative.current().spanId());
        Thread other = new Thread(moved::end);
        other.start();
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What no application should do, and some will. */
    @SuppressWarnings("NullAway")
    private static void hostile() {
        try (OpenSpan span = Narrative.span(null)) {
            span.session(null);
            span.attribute(null, null);
            span.attribute("a b", "blank");
            span.tags((String) null);
            span.prompt(null, -1);
            span.log(null, null);
            span.name(null);
            span.type(null);
            span.layer(null);
            span.universe(null);
            span.input(null);
            span.fail((Throwable) null);
            span.fail((String) null);
            span.score(null, 1.0);
            span.score("nan", Double.NaN);
            span.artifact(null, null, (byte[]) null);
            span.artifact(null, null, (Path) null);
            span.artifact(null, null, -1, null, null);
            span.span(null).end();
            try (Generation generation = span.generation(null)) {
                generation.model(null, null);
                generation.responseModel(null);
                generation.parameter(null, null);
                generation.usage(null);
                generation.cost(Double.NaN, -1);
                generation.input(null);
                generation.output(null);
                generation.finishReason(null);
            }
        }
        Narrative.start(null, null).end();
        Narrative.continueFrom(Map.of()).end();
        Narrative.continueFrom(name -> {
                    throw new IllegalStateException("theirs");
                })
                .end();
        Narrative.scoreSpan("no id", "none", Score.of("lost", 1));
        Narrative.scoreSession("", Score.of("lost", 1));
        OpenSpan ended = Narrative.span("ended");
        ended.end();
        ended.attribute("late", 1);
        ended.log("late");
    }
}
