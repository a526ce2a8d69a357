package dev.narrative.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.BufferedSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TappedResponseBodyTest {
    private final BodyServer server = new BodyServer();
    private final RecordingTap tap = new RecordingTap();
    private final OkHttpClient client = new OkHttpClient();

    TappedResponseBodyTest() throws IOException {}

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        server.close();
    }

    @Test
    void showsEachByte_andChangesNone() throws IOException {
        byte[] read = get("/large").bytes();

        assertThat(read).isEqualTo(BodyServer.LARGE);
        assertThat(tap.seen()).isEqualTo(BodyServer.LARGE);
        assertThat(tap.end()).isEqualTo("complete");
    }

    @Test
    void showsEachByteOnce_whenTheApplicationPeeks() throws IOException {
        ResponseBody body = get("/large");
        byte[] peeked = body.source().peek().readByteArray();

        assertThat(peeked).isEqualTo(body.bytes());
        assertThat(tap.seen()).isEqualTo(BodyServer.LARGE);
    }

    @Test
    void passesEachPieceOn_beforeTheNextComes() throws IOException {
        ResponseBody body = get("/pieces");
        BufferedSource source = body.source();
        for (String piece : new String[] {"data: one\n", "data: two\n", "data: three\n"}) {
            int before = tap.seen().length;
            server.pieces.add(piece);

            assertThat(source.readUtf8Line() + "\n").isEqualTo(piece);
            assertThat(new String(tap.seen(), StandardCharsets.ISO_8859_1).substring(before))
                    .isEqualTo(piece);
            assertThat(tap.end()).isNull();
        }
        server.pieces.add("");

        assertThat(source.exhausted()).isTrue();
        assertThat(tap.end()).isEqualTo("complete");
    }

    @Test
    void cancels_whenTheApplicationWantsNoMore() throws IOException {
        server.pieces.add("only this");
        ResponseBody body = get("/pieces");
        body.source().readUtf8(4);
        body.close();

        assertThat(new String(tap.seen(), StandardCharsets.ISO_8859_1)).isEqualTo("only this");
        assertThat(tap.end()).isEqualTo("cancel");
        assertThatThrownBy(() -> body.source().readUtf8(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void fails_whenTheServerHangsUp() throws IOException {
        ResponseBody body = get("/cut");

        assertThatThrownBy(body::bytes).isInstanceOf(IOException.class).isSameAs(tap.error());
        assertThat(tap.seen()).hasSize(1_000);
        assertThat(tap.end()).isEqualTo("fail");
    }

    @Test
    void showsWhatTheApplicationReads_whereTheLibraryUnpacks() throws IOException {
        Response response = response("/packed");
        OkHttpResponse answer = new OkHttpResponse(response);
        byte[] read = tapped(response).bytes();

        assertThat(read).isEqualTo(BodyServer.LARGE);
        assertThat(tap.seen()).isEqualTo(BodyServer.LARGE);
        assertThat(answer.header("content-encoding")).isNull();
    }

    @Test
    void showsPackedBytes_whereTheApplicationAskedForThem() throws IOException {
        Response response = client.newCall(server.request("/packed")
                        .header("Accept-Encoding", "gzip")
                        .build())
                .execute();
        OkHttpResponse answer = new OkHttpResponse(response);
        byte[] read = tapped(response).bytes();

        assertThat(tap.seen()).isEqualTo(read).startsWith(0x1f, 0x8b);
        assertThat(answer.header("content-encoding")).isEqualTo("gzip");
    }

    @Test
    void keepsTypeAndLength() throws IOException {
        Response response = response("/large");
        ResponseBody plain = Objects.requireNonNull(response.body());
        ResponseBody tapped = tapped(response);

        assertThat(tapped.contentLength()).isEqualTo(plain.contentLength()).isEqualTo(BodyServer.LARGE.length);
        assertThat(tapped.contentType()).isEqualTo(plain.contentType());
        tapped.close();
    }

    @Test
    void closesTheBodyOfAnInterceptor() {
        AtomicBoolean closed = new AtomicBoolean();
        ResponseBody own = new ResponseBody() {
            private final Buffer source = new Buffer();

            @Override
            public MediaType contentType() {
                return MediaType.get("text/plain");
            }

            @Override
            public long contentLength() {
                return 0;
            }

            @Override
            public BufferedSource source() {
                return source;
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        new TappedResponseBody(own, tap).close();

        assertThat(closed).isTrue();
    }

    @Test
    void cancels_whenTheBodyIsDropped() throws IOException, InterruptedException {
        server.pieces.add("never read");
        WeakReference<ResponseBody> dropped = new WeakReference<>(get("/pieces"));
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        do {
            System.gc();
        } while (!tap.ended().await(50, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);

        assertThat(dropped.get()).isNull();
        assertThat(tap.end()).isEqualTo("cancel");
    }

    @Test
    void isKept_whileOnlyItsStreamIs() throws IOException {
        server.pieces.add("first, ");
        BufferedSource stream = get("/pieces").source();
        stream.readUtf8(7);
        System.gc();
        server.pieces.add("second");
        server.pieces.add("");

        assertThat(stream.readUtf8()).isEqualTo("second");
        assertThat(tap.end()).isEqualTo("complete");
    }

    private ResponseBody get(String path) throws IOException {
        return tapped(response(path));
    }

    private Response response(String path) throws IOException {
        return client.newCall(server.request(path).build()).execute();
    }

    private ResponseBody tapped(Response response) {
        return new TappedResponseBody(Objects.requireNonNull(response.body()), tap);
    }
}
