package dev.narrative.applications.okhttp;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okio.AsyncTimeout;

/** What an application can put around and into a call; the public methods are traced. */
public final class InterceptorScenarios {
    private final OkHttpClient plain = Requests.client();
    private final URI server;

    public InterceptorScenarios(String server) {
        this.server = URI.create(server);
    }

    public static void play(String server) throws Exception {
        InterceptorScenarios scenarios = new InterceptorScenarios(server);
        scenarios.rebuilt();
        scenarios.intercepted();
        scenarios.retried();
        scenarios.nested();
        letTheWatchdogBark(scenarios);
        scenarios.plain.dispatcher().executorService().shutdown();
    }

    /** As SDKs do that set their timeouts for each request. */
    public void rebuilt() throws IOException {
        OkHttpClient client = plain;
        for (int i = 0; i < 3; i++) {
            client = client.newBuilder().build();
            Reply.of(client.newCall(get("/rebuilt/" + i)).execute());
        }
        if (!client.interceptors().isEmpty() || !client.networkInterceptors().isEmpty()) {
            throw new AssertionError("somebody else's interceptors are in the client");
        }
    }

    public void intercepted() throws IOException {
        call(chain -> prepared(chain), "/intercepted");
    }

    public Response prepared(Interceptor.Chain chain) throws IOException {
        return chain.proceed(
                chain.request().newBuilder().header("X-Prepared", "yes").build());
    }

    /** A call that is sent twice is still one call. */
    public void retried() throws IOException {
        call(
                chain -> {
                    chain.proceed(get("/first-attempt")).close();
                    return chain.proceed(chain.request());
                },
                "/second-attempt");
    }

    /** As with a token that is fetched before the request it is for. */
    public void nested() throws IOException {
        call(
                chain -> {
                    Reply.of(plain.newCall(get("/token")).execute());
                    return chain.proceed(chain.request());
                },
                "/with-token");
    }

    /** The thread that sees to all timeouts was made within the first call. */
    private static void letTheWatchdogBark(InterceptorScenarios scenarios) throws InterruptedException {
        CountDownLatch barked = new CountDownLatch(1);
        AsyncTimeout timeout = new AsyncTimeout() {
            @Override
            protected void timedOut() {
                scenarios.barked();
                barked.countDown();
            }
        };
        timeout.timeout(10, TimeUnit.MILLISECONDS);
        timeout.enter();
        if (!barked.await(10, TimeUnit.SECONDS)) {
            throw new AssertionError("the timeout did not pass");
        }
    }

    public void barked() {}

    private void call(Interceptor interceptor, String path) throws IOException {
        OkHttpClient client = plain.newBuilder().addInterceptor(interceptor).build();
        Reply.of(client.newCall(get(path)).execute());
    }

    private Request get(String path) {
        return Requests.get(server.resolve(path), Map.of());
    }
}
