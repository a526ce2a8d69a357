package dev.narrative.core.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.model.SpanEvent;
import dev.narrative.model.SpanKind;
import dev.narrative.model.StatusCode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ErrorEventsTest {
    private final Span span = new Tracer(new RecordedSpans(), Sampler.ALL).start("span", SpanKind.INTERNAL, "test");

    @Test
    void error_givesStatusTypeMessageAndStack() {
        span.fail(new IllegalStateException("no ink", new IllegalArgumentException("empty pot")));

        assertThat(span.status()).isEqualTo(StatusCode.ERROR);
        assertThat(span.statusMessage()).isEqualTo("no ink");
        assertThat(RecordedSpans.attributes(span)).containsEntry("error.type", "java.lang.IllegalStateException");
        assertThat(event().name()).isEqualTo("exception");
        assertThat(event().epochNanos()).isBetween(span.startEpochNanos(), span.now());
        assertThat(detail("exception.type")).isEqualTo("java.lang.IllegalStateException");
        assertThat(detail("exception.message")).isEqualTo("no ink");
        assertThat(detail("exception.stacktrace"))
                .startsWith("java.lang.IllegalStateException: no ink\n\tat "
                        + getClass().getName())
                .contains("\nCaused by: java.lang.IllegalArgumentException: empty pot\n\tat ");
    }

    @Test
    void errorWithoutAMessage_isToldByItsType() {
        span.fail(new IllegalStateException());

        assertThat(span.statusMessage()).isEqualTo("java.lang.IllegalStateException");
        assertThat(RecordedSpans.attributes(event().attributes())).doesNotContainKey("exception.message");
    }

    @Test
    void errorThatThrowsWhereverItIsAsked_isStillRecorded() {
        span.fail(new Broken());

        assertThat(span.statusMessage()).isEqualTo(Broken.class.getName());
        assertThat(detail("exception.stacktrace")).isEqualTo(Broken.class.getName() + "\n");
    }

    @Test
    void errorWithoutFrames_isStillRecorded() {
        span.fail(new WithoutFrames());

        assertThat(detail("exception.stacktrace")).isEqualTo(WithoutFrames.class.getName() + ": bare\n");
    }

    @Test
    void causesInACircle_comeToAnEnd() {
        IllegalStateException first = new IllegalStateException("first");
        first.initCause(new IllegalStateException("second", first));

        span.fail(first);

        assertThat(detail("exception.stacktrace").split("Caused by", -1)).hasSizeBetween(2, 10);
    }

    @Test
    void hugeStacks_areBounded() {
        StackTraceElement[] frames = new StackTraceElement[100_000];
        Arrays.fill(frames, new StackTraceElement("com.shop.Order", "recurse", "Order.java", 7));
        IllegalStateException cause = new IllegalStateException("cause");
        cause.setStackTrace(frames);
        IllegalStateException error = new IllegalStateException("error", cause);
        error.setStackTrace(frames);

        span.fail(error);

        assertThat(detail("exception.stacktrace"))
                .hasSizeBetween(10_000, 13_000)
                .endsWith("\t…\n");
    }

    @Test
    void hugeMessages_areBounded() {
        span.fail(new IllegalStateException("x".repeat(1_000_000)));

        assertThat(span.statusMessage()).hasSizeBetween(1_000, 2_100).endsWith("…");
        assertThat(detail("exception.message")).hasSizeBetween(1_000, 2_100);
        assertThat(detail("exception.stacktrace")).hasSizeLessThan(15_000);
    }

    @Test
    void secretsInMessages_areMasked_whereverTheyStand() {
        span.fail(new IllegalStateException(
                "password=hunter2", new IllegalArgumentException("call to https://ada:lovelace@example.org failed")));

        assertThat(span.statusMessage()).contains("***").doesNotContain("hunter2");
        assertThat(detail("exception.message")).doesNotContain("hunter2");
        assertThat(detail("exception.stacktrace")).contains("***").doesNotContain("hunter2", "lovelace");
    }

    @Test
    void secretAtTheBoundOfAMessage_isMasked() {
        String key = "sk-ant-api03-" + "Zx9Kq2Lm7Rt4".repeat(8);
        for (int room = 1; room < 40; room++) {
            Span each = new Tracer(new RecordedSpans(), Sampler.ALL).start("span", SpanKind.INTERNAL, "test");

            each.fail(new IllegalStateException("x".repeat(2_000 - room - 1) + " " + key));

            assertThat(each.statusMessage()).as("%d characters of room", room).doesNotContain(" sk-ant-api03-Z");
        }
    }

    private SpanEvent event() {
        assertThat(span.events()).hasSize(1);
        return span.events().get(0);
    }

    private String detail(String key) {
        Object value = event().attributes().get(key);
        return value == null ? "" : value.toString();
    }

    private static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("getMessage");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new IllegalStateException("getStackTrace");
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            throw new IllegalStateException("getCause");
        }
    }

    private static final class WithoutFrames extends RuntimeException {
        private static final long serialVersionUID = 1L;

        WithoutFrames() {
            super("bare");
        }

        @Override
        @SuppressWarnings("NullAway") // against its contract, as some libraries do
        public StackTraceElement[] getStackTrace() {
            return null;
        }
    }
}
