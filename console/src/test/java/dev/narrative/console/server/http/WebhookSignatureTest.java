package dev.narrative.console.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class WebhookSignatureTest {
    private static final long TIME = 1_700_000_000;
    private static final byte[] BODY = "{\"id\":\"e1\",\"type\":\"prompt-version\"}".getBytes(StandardCharsets.UTF_8);
    private static final String HEX = "7e8a4af34051b0d18fa19e9ffeb5192d195a8e47b24e3d7b7a581b2a1dc6cf3c";

    private final WebhookSignature signature = new WebhookSignature("lf-whsec_" + "0".repeat(64));

    @Test
    void isLangfuses() {
        assertThat(signature.sign(BODY, TIME)).isEqualTo("t=" + TIME + ",v1=" + HEX);
        assertThat(verifies("t=" + TIME + ",v1=" + HEX, TIME)).isTrue();
        assertThat(verifies("v1=" + HEX + ", t=" + TIME, TIME + 300)).isTrue();
    }

    @Test
    void refusesOthers() {
        assertThat(verifies("t=" + TIME + ",v1=" + HEX, TIME + 301)).isFalse();
        assertThat(verifies("t=" + (TIME + 1) + ",v1=" + HEX, TIME)).isFalse();
        assertThat(verifies("t=" + TIME + ",v1=" + HEX.replace('7', '8'), TIME)).isFalse();
        assertThat(verifies("t=" + TIME + ",v1=zz", TIME)).isFalse();
        assertThat(verifies("t=x,v1=" + HEX, TIME)).isFalse();
        assertThat(verifies("", TIME)).isFalse();
        assertThat(signature.verifies(null, BODY, BODY.length, TIME)).isFalse();
        assertThat(signature.verifies("t=" + TIME + ",v1=" + HEX, BODY, BODY.length - 1, TIME))
                .isFalse();
    }

    private boolean verifies(String header, long now) {
        return signature.verifies(header, BODY, BODY.length, now);
    }
}
