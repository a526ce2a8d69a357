package dev.narrative.testing.langfuse;

import dev.narrative.testing.OtlpValues;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.AnyValue.ValueCase;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one span as strictly as Langfuse does, and says what would have got lost. */
final class SpanReader {
    private static final Set<String> TYPES = Set.of(
            "span",
            "generation",
            "event",
            "agent",
            "tool",
            "chain",
            "retriever",
            "embedding",
            "evaluator",
            "guardrail");
    private static final Set<String> LEVELS = Set.of("DEBUG", "DEFAULT", "WARNING", "ERROR");
    private static final Pattern ENVIRONMENT = Pattern.compile("^(?!langfuse)[a-z0-9-_]{1,40}$");
    private static final int LONGEST = 200;

    private final Span span;
    private final String resourceEnvironment;
    private final Findings findings;
    private final Map<Column, AnyValue> columns = new EnumMap<>(Column.class);
    private final Map<String, String> metadata = new LinkedHashMap<>();
    private boolean dropped;

    private SpanReader(Span span, String resourceEnvironment, Findings findings) {
        this.span = span;
        this.resourceEnvironment = resourceEnvironment;
        this.findings = findings;
    }

    /** @param resourceEnvironment what stands where the span names no environment */
    static SpanReader of(Span span, String resourceEnvironment, Findings findings) {
        return new SpanReader(span, resourceEnvironment, findings);
    }

    /** Whether the path of version 3 would drop the whole observation. */
    boolean isLost() {
        return dropped;
    }

    Observation read() {
        span.getAttributesList().forEach(this::sort);
        if (span.getEventsCount() > 0) {
            finding("its events are thrown away");
        }
        String type = oneOf(Column.TYPE, TYPES, "span");
        Prompts prompt = prompt(type);
        String level = oneOf(Column.LEVEL, LEVELS, span.getStatus().getCodeValue() == 2 ? "ERROR" : "DEFAULT");
        String writtenLevel = text(Column.LEVEL);
        dropped |= writtenLevel != null && !LEVELS.contains(writtenLevel);
        String statusMessage = text(Column.STATUS_MESSAGE);
        JsonColumns json = new JsonColumns(this::finding);
        Times times = Times.read(text(Column.COMPLETION_START));
        if (times.isWrong()) {
            lost(Column.COMPLETION_START, "is no time with a zone");
        }
        return new Observation(
                hex(span.getTraceId().toByteArray()),
                hex(span.getSpanId().toByteArray()),
                hex(span.getParentSpanId().toByteArray()),
                span.getName(),
                type,
                span.getStartTimeUnixNano(),
                span.getEndTimeUnixNano(),
                text(Column.INPUT),
                text(Column.OUTPUT),
                Map.copyOf(metadata),
                level,
                statusMessage == null && !span.getStatus().getMessage().isEmpty()
                        ? span.getStatus().getMessage()
                        : statusMessage,
                text(Column.MODEL),
                json.parameters(text(Column.PARAMETERS)),
                json.usage(text(Column.USAGE)),
                json.cost(text(Column.COST)),
                prompt.name(),
                prompt.version(),
                times.time(),
                flag(Column.APP_ROOT),
                trace());
    }

    private void sort(KeyValue attribute) {
        String key = attribute.getKey();
        String text = OtlpValues.asMap(List.of(attribute)).get(key);
        Column.of(key).ifPresentOrElse(column -> columns.put(column, attribute.getValue()), () -> {
            if (key.startsWith(Column.TRACE_METADATA) && text.length() > LONGEST) {
                finding(key + " is longer than " + LONGEST + " characters and dropped");
            } else if (key.startsWith(Column.METADATA)) {
                metadata.put(key.substring(Column.METADATA.length()), text);
            } else if (key.startsWith(Column.TRACE_METADATA)) {
                metadata.put(key.substring(Column.TRACE_METADATA.length()), text);
            } else {
                finding(key + " is not mapped and lands in metadata.attributes");
            }
        });
    }

    private Observation.TraceColumns trace() {
        String environment = text(Column.ENVIRONMENT);
        String stored = environment == null ? resourceEnvironment : environment;
        if (!ENVIRONMENT.matcher(stored).matches()) {
            finding("the environment is " + stored);
        }
        return new Observation.TraceColumns(
                propagated(Column.TRACE_NAME),
                propagated(Column.USER_ID),
                propagated(Column.SESSION_ID),
                tags(),
                flag(Column.TRACE_PUBLIC),
                stored,
                propagated(Column.RELEASE),
                propagated(Column.VERSION));
    }

    private List<String> tags() {
        AnyValue value = columns.get(Column.TRACE_TAGS);
        if (value == null) {
            return List.of();
        }
        if (value.getValueCase() != ValueCase.ARRAY_VALUE) {
            finding(Column.TRACE_TAGS.key() + " is no list");
            return List.of();
        }
        List<String> tags = value.getArrayValue().getValuesList().stream()
                .map(AnyValue::getStringValue)
                .toList();
        if (tags.stream().anyMatch(tag -> tag.isEmpty() || tag.length() > LONGEST)) {
            finding("a tag is empty or longer than " + LONGEST + " characters");
        }
        return tags;
    }

    private record Prompts(@Nullable String name, @Nullable Integer version) {}

    private Prompts prompt(String type) {
        String name = text(Column.PROMPT_NAME);
        AnyValue version = columns.get(Column.PROMPT_VERSION);
        if (name == null && version == null) {
            return new Prompts(null, null);
        }
        if (name == null || version == null || version.getValueCase() != ValueCase.INT_VALUE) {
            lost(Column.PROMPT_VERSION, "must be a whole number beside a name");
            return new Prompts(null, null);
        }
        if (!type.equals("generation")) {
            finding("a prompt stands on a " + type);
        }
        return new Prompts(name, (int) version.getIntValue());
    }

    private String oneOf(Column column, Set<String> allowed, String otherwise) {
        String value = text(column);
        if (value != null && !allowed.contains(value)) {
            finding(column.key() + " is " + value);
        }
        return value != null && allowed.contains(value) ? value : otherwise;
    }

    private @Nullable String propagated(Column column) {
        String value = text(column);
        if (value != null && value.length() > LONGEST) {
            finding(column.key() + " is longer than " + LONGEST + " characters and dropped");
            return null;
        }
        return value;
    }

    private boolean flag(Column column) {
        AnyValue value = columns.get(column);
        if (value != null && value.getValueCase() != ValueCase.BOOL_VALUE) {
            finding(column.key() + " is no boolean");
        }
        return value != null && value.getBoolValue();
    }

    private @Nullable String text(Column column) {
        AnyValue value = columns.get(column);
        if (value == null) {
            return null;
        }
        if (value.getValueCase() != ValueCase.STRING_VALUE) {
            finding(column.key() + " is no text");
            return null;
        }
        return value.getStringValue();
    }

    private void lost(Column column, String why) {
        finding(column.key() + ' ' + why + ": the observation is dropped");
        dropped = true;
    }

    private void finding(String what) {
        findings.add(span.getName() + ": " + what);
    }

    static String hex(byte[] id) {
        StringBuilder hex = new StringBuilder(id.length * 2);
        for (byte b : id) {
            hex.append(Character.forDigit(b >> 4 & 0xf, 16)).append(Character.forDigit(b & 0xf, 16));
        }
        return hex.toString();
    }
}
