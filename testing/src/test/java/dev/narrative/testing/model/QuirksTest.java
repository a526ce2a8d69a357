package dev.narrative.testing.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.testing.Poll;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuirksTest {
    private static final String SMILE = "a 😀 of Größe";

    private final StubModelServer server = StubModelServer.start();
    private final StubClient client = new StubClient(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void compresses_onlyForWhoAcceptsIt(ProviderCall call) throws Exception {
        String plain = StubClient.text(client.post(call.path, call.body));
        server.quirks(Quirk.GZIP);

        HttpResponse<byte[]> compressed = client.post(call.path, call.body, "Accept-Encoding", "gzip");
        assertThat(compressed.headers().firstValue("Content-Encoding")).hasValue("gzip");
        assertThat(StubClient.text(compressed)).isEqualTo(plain);

        HttpResponse<byte[]> refused = client.post(call.path, call.body);
        assertThat(refused.headers().firstValue("Content-Encoding")).isEmpty();
        assertThat(StubClient.text(refused)).isEqualTo(plain);
    }

    @ParameterizedTest
    @EnumSource
    void sendsTheSameBytes_threeAtATime(ProviderCall call) throws Exception {
        server.next(Answer.text(SMILE), Answer.text(SMILE));
        byte[] whole = client.post(call.path, call.body).body();
        server.quirks(Quirk.SPLIT_BYTES);

        assertThat(client.post(call.path, call.body).body()).isEqualTo(whole);
    }

    @Test
    void splitsCharacters_overChunks() throws Exception {
        server.next(Answer.text("😀".repeat(8)).withChunks(1)).quirks(Quirk.SPLIT_BYTES);
        ProviderCall call = ProviderCall.OLLAMA_STREAM;

        String wire = new String(raw(call).readAllBytes(), StandardCharsets.ISO_8859_1);

        assertThat(wire).contains("\r\n3\r\n").doesNotContain("\u00f0\u009f\u0098\u0080");
    }

    @ParameterizedTest
    @EnumSource
    void callsItText(ProviderCall call) throws Exception {
        server.quirks(Quirk.WRONG_CONTENT_TYPE);

        assertThat(client.post(call.path, call.body).headers().firstValue("Content-Type"))
                .hasValue("text/plain");
    }

    @Test
    void putsInEvents_thatNobodyKnows() throws Exception {
        server.quirks(Quirk.UNKNOWN_EVENTS);
        ProviderCall sse = ProviderCall.ANTHROPIC_STREAM;
        ProviderCall aws = ProviderCall.BEDROCK_CONVERSE_STREAM;

        String body = StubClient.text(client.post(sse.path, sse.body));
        assertThat(StubClient.names(body))
                .filteredOn("narrative.unknown"::equals)
                .hasSize(2);
        assertThat(body).startsWith(": still here\n\n").contains("message_stop");
        assertThat(AwsMessage.all(client.post(aws.path, aws.body).body()))
                .extracting(AwsMessage::type)
                .contains("narrative.unknown", "messageStop");
    }

    @Test
    void streamsMoreThanFitsIntoMemory_andNoticesWhoLeaves() throws Exception {
        server.next(Answer.huge(Integer.MAX_VALUE, 10_000));
        try (InputStream endless = raw(ProviderCall.OPENAI_CHAT_STREAM)) {
            assertThat(endless.skip(5_000_000)).isEqualTo(5_000_000);
        }

        Poll.untilTrue("the server to notice", Duration.ofMinutes(1), () -> server.abandonedAnswers() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void streamsHugeAnswers_inEveryFormat(ProviderCall call) throws Exception {
        server.next(Answer.huge(2_000, 1_000));
        int size = client.post(call.path, call.body).body().length;

        if (call.streams()) {
            assertThat(size).isGreaterThan(2_000_000);
        }
    }

    /** The bytes of the answer as they are on the wire. Closing the stream closes the connection. */
    private InputStream raw(ProviderCall call) throws Exception {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        OutputStream out = socket.getOutputStream();
        byte[] body = call.body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + call.path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                + body.length + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(body);
        out.flush();
        return socket.getInputStream();
    }
}
