package dev.narrative.testing.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.RecordedSpan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass(name = "{0}")
@MethodSource("dev.narrative.testing.aws.Setup#blocking")
final class BlockingBedrockIT extends BedrockContract {
    @Override
    List<String> scenes(Libraries libraries) {
        List<String> scenes = new ArrayList<>(List.of(
                "invoke/answered", "invoke/retried", "invoke/denied", "invoke/refused", "invoke/late", "invoke/cut"));
        if (libraries == Libraries.NEWEST) {
            scenes.add("converse/answered");
        }
        return scenes;
    }

    /** The JDK's HttpURLConnection takes half a body for a whole one; so does its caller. */
    @Test
    void recordsTheError_whenTheAnswerBreaksOff_andTheApplicationIsTold() {
        RecordedSpan span = request("invoke/cut");
        boolean isTold = said("invoke/cut").endsWith("Exception");

        assertThat(isTold).isEqualTo(!setup.http().equals("url-connection"));
        assertThat(span.status()).isEqualTo(isTold ? "ERROR" : "UNSET");
        assertThat(span.hasEvent("exception")).isEqualTo(isTold);
        assertThat(span.attributes()).containsEntry("http.response.status_code", "200");
    }
}
