package dev.narrative.instrumentation.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSink;
import okio.ForwardingSink;
import okio.Okio;
import okio.Sink;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TappedSinkTest {
    private final BodyServer server = new BodyServer();
    private final List<RecordingTap> taps = new ArrayList<>();
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addNetworkInterceptor(chain -> chain.proceed(tapped(chain.request())))
            .build();

    TappedSinkTest() throws IOException {}

    @AfterEach
    void close() {
        client.connectionPool().evictAll();
        server.close();
    }

    @Test
    void showsEachByte_andChangesNone() throws IOException {
        try (Response response = send("/echo", RequestBody.create(null, BodyServer.LARGE))) {
            assertThat(Objects.requireNonNull(response.body()).bytes()).isEqualTo(BodyServer.LARGE);
        }
        assertThat(taps).singleElement().satisfies(tap -> {
            assertThat(tap.seen()).isEqualTo(BodyServer.LARGE);
            assertThat(tap.end()).isEqualTo("complete");
        });
    }

    @Test
    void passesEachPieceOn_beforeTheNextIsWritten() throws IOException {
        send("/receive", new OneShot() {
                    @Override
                    public void writeTo(BufferedSink sink) throws IOException {
                        for (String piece : new String[] {"one", "two", "three"}) {
                            sink.writeUtf8(piece).flush();
                            assertThat(arrived()).isEqualTo(piece);
                            assertThat(taps.get(0).end()).isNull();
                        }
                    }
                })
                .close();

        assertThat(taps).singleElement().satisfies(tap -> {
            assertThat(tap.seen()).asString().isEqualTo("onetwothree");
            assertThat(tap.end()).isEqualTo("complete");
        });
    }

    @Test
    void fails_whenTheWireBreaks() {
        RecordingTap tap = new RecordingTap();
        IOException broken = new IOException("broken pipe");
        Sink wire = new ForwardingSink(Okio.blackhole()) {
            @Override
            public void write(Buffer source, long count) throws IOException {
                throw broken;
            }
        };

        assertThatThrownBy(() -> new TappedSink(wire, tap).write(new Buffer().writeUtf8("text"), 4))
                .isSameAs(broken);
        assertThat(tap.error()).isSameAs(broken);
    }

    @Test
    void cancels_whenTheBodyFailsToWriteItself() throws InterruptedException {
        IOException unreadable = new IOException("the file is gone");
        OneShot failing = new OneShot() {
            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                sink.writeUtf8("half").flush();
                throw unreadable;
            }
        };

        assertThatThrownBy(() -> send("/receive", failing)).isSameAs(unreadable);
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        do {
            System.gc();
        } while (!taps.get(0).ended().await(50, TimeUnit.MILLISECONDS) && System.nanoTime() < deadline);
        assertThat(taps.get(0).seen()).asString().isEqualTo("half");
        assertThat(taps.get(0).end()).isEqualTo("cancel");
    }

    @Test
    void leavesPackedBodiesAlone() {
        Request packed = server.request("/").header("Content-Encoding", "gzip").build();
        Sink wire = Okio.blackhole();

        assertThat(TappedSink.of(null, packed, wire)).isSameAs(wire);
    }

    private Response send(String path, RequestBody body) throws IOException {
        return client.newCall(server.request(path).post(body).build()).execute();
    }

    private String arrived() {
        try {
            return server.received();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The request with a body that writes itself to a tapped sink, as it would under the agent. */
    private Request tapped(Request request) {
        RequestBody body = Objects.requireNonNull(request.body());
        RequestBody tapped = new RequestBody() {
            @Override
            public @Nullable MediaType contentType() {
                return body.contentType();
            }

            @Override
            public long contentLength() throws IOException {
                return body.contentLength();
            }

            @Override
            public void writeTo(BufferedSink sink) throws IOException {
                RecordingTap tap = new RecordingTap();
                taps.add(tap);
                BufferedSink through = Okio.buffer(new TappedSink(sink, tap));
                body.writeTo(through);
                through.close();
            }
        };
        return request.newBuilder().method(request.method(), tapped).build();
    }

    private abstract static class OneShot extends RequestBody {
        @Override
        public @Nullable MediaType contentType() {
            return null;
        }

        @Override
        public boolean isOneShot() {
            return true;
        }
    }
}
