package dev.narrative.api.examples;

import dev.narrative.api.Generation;
import dev.narrative.api.Layer;
import dev.narrative.api.Narrative;
import dev.narrative.api.OpenSpan;
import dev.narrative.api.Score;
import dev.narrative.api.SpanType;
import dev.narrative.api.TraceSpan;
import dev.narrative.api.Universe;
import dev.narrative.api.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An application that tells its own story. */
final class Studio {
    private final Charts charts;
    private final HouseModel model;
    private final Queue<Runnable> queue;

    Studio(Charts charts, HouseModel model, Queue<Runnable> queue) {
        this.charts = charts;
        this.model = model;
        this.queue = queue;
    }

    void work(String sessionId, String storyId) {
        try (OpenSpan story = Narrative.start(sessionId, storyId)) {
            story.log("beat created", Map.of("beat", 4));
            try (OpenSpan chart = story.span("update chart")) {
                chart.type(SpanType.CHAIN);
                chart.layer(Layer.CORE);
                chart.universe(Universe.CEREMONY);
                chart.output(charts.update());
                chart.score("coherence", charts.coherence());
            }
        }
    }

    void failing() {
        try (OpenSpan span = Narrative.span("read the archive")) {
            try {
                charts.update();
            } catch (RuntimeException e) {
                span.fail(e);
                throw e;
            }
        }
    }

    void later(Consumer<Runnable> whenDone) {
        OpenSpan span = Narrative.span("print the book");
        span.detach();
        whenDone.accept(span::end);
    }

    String ask(String question) {
        try (Generation call = Narrative.generation("answer question")) {
            call.model("acme", "house-1");
            call.prompt("answer", 3);
            call.parameter("temperature", 0.2);
            call.input(List.of(
                    Map.of("role", "system", "content", "Be brief."), Map.of("role", "user", "content", question)));
            HouseModel.Answer answer = model.ask(question, call::firstToken);
            call.output(answer.text());
            call.usage(Usage.of(answer.tokensIn(), answer.tokensOut()));
            return answer.text();
        }
    }

    void current(String customer) {
        TraceSpan span = Narrative.current();
        span.user(customer);
        span.attribute("order.items", 3);
        span.tags("beta");
    }

    void send(Message message) {
        Narrative.headers().forEach(message::setHeader);
    }

    void receive(Message message) {
        try (OpenSpan span = Narrative.continueFrom(message::header)) {
            span.name("handle " + message.kind());
            charts.update();
        }
    }

    void enqueue() {
        queue.add(Narrative.wrap(() -> charts.update()));
    }

    void judge(String traceId, String sessionId) {
        Narrative.scoreTrace(traceId, Score.of("helpful", true).because("the reader said so"));
        Narrative.scoreSession(sessionId, Score.text("remark", "came back the next day"));
    }

    void artifacts(OpenSpan span, byte[] cover) {
        span.artifact("cover", "image/png", cover);
        span.artifact("chapter", "text/markdown", Path.of("chapter-1.md"));
        span.artifact("book", "application/pdf", 4_200_000, null, "https://books.example.org/7.pdf");
    }

    /** What the studio keeps. */
    interface Charts {
        String update();

        double coherence();
    }

    /** A model that runs where the agent sees no request. */
    interface HouseModel {
        Answer ask(String question, Runnable onFirstToken);

        record Answer(String text, long tokensIn, long tokensOut) {}
    }

    /** A message of a transport that the agent does not know. */
    interface Message {
        void setHeader(String name, String value);

        @Nullable
        String header(String name);

        String kind();
    }
}
