package dev.narrative.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.narrative.testing.aws.Setup#async")
final class AsyncBedrockIT extends BedrockContract {
    private static final String HEARD = "Stage.heard";

    @Override
    List<String> scenes(Libraries libraries) {
        List<String> scenes = new ArrayList<>(List.of(
                "invoke/answered",
                "invoke/retried",
                "invoke/denied",
                "invoke/refused",
                "invoke/late",
                "invoke-cancelled/late",
                "invoke-stream/answered",
                "invoke-stream/denied",
                "invoke-stream-left/left"));
        if (libraries == Libraries.NEWEST) {
            scenes.addAll(List.of("converse/answered", "converse-stream/answered"));
        }
        return scenes;
    }

    @Test
    void runsCallbacks_inTheCallersContext() {
        assertThat(heard("invoke/answered")).hasSize(1);
    }

    @Test
    void handsOutEvents_inTheCallersContext() {
        assertThat(heard("invoke-stream/answered")).hasSizeGreaterThan(3);
    }

    @Test
    void runsEveryCallbackInTheContextOfACaller() {
        assertThat(traces.allNamed(HEARD))
                .allSatisfy(heard -> assertThat(traces.parentOf(heard)).isPresent());
    }

    @Test
    void lastsAsLongAsTheStream() {
        RecordedSpan span = request("invoke-stream/answered");

        assertThat(heard("invoke-stream/answered"))
                .allSatisfy(heard -> assertThat(heard.startNanos()).isBetween(span.startNanos(), span.endNanos()));
    }

    @Test
    void failsTheSpan_whenTheServiceRefusesAStream() {
        assertThat(request("invoke-stream/denied").attributes()).containsEntry("error.type", "400");
    }

    @Test
    void endsTheSpan_whenTheCallIsCancelled() {
        RecordedSpan span = request("invoke-cancelled/late");

        assertThat(span.status()).isEqualTo("ERROR");
        assertThat(span.attribute("error.type")).contains("CancellationException");
    }

    @Test
    void endsTheSpan_whenTheStreamIsNotReadToItsEnd() {
        assertThat(request("invoke-stream-left/left").status()).isEqualTo("UNSET");
    }

    private List<RecordedSpan> heard(String scene) {
        return traces.childrenOf(traces.named(scene)).stream()
                .filter(span -> span.name().equals(HEARD))
                .toList();
    }
}
