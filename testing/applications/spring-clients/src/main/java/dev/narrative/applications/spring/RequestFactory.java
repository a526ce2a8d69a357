package dev.narrative.applications.spring;

import java.net.http.HttpClient;
import java.time.Duration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.client.ReactorClientHttpRequestFactory;
import org.springframework.http.client.SimpleClientHttpRequestFactory;

/** What sends the requests of Spring's blocking clients. */
public enum RequestFactory {
    /** {@code java.net.http.HttpClient}. */
    JDK {
        @Override
        ClientHttpRequestFactory create() {
            JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build());
            factory.setReadTimeout(LIMIT);
            return factory;
        }
    },
    /** {@code java.net.HttpURLConnection}. */
    SIMPLE {
        @Override
        ClientHttpRequestFactory create() {
            SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
            factory.setReadTimeout(LIMIT);
            return factory;
        }
    },
    /** Apache HttpClient 5, which Spring prefers where it is on the class path. */
    APACHE {
        @Override
        ClientHttpRequestFactory create() {
            HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory();
            factory.setReadTimeout(LIMIT);
            return factory;
        }
    },
    REACTOR_NETTY {
        @Override
        ClientHttpRequestFactory create() {
            return new ReactorClientHttpRequestFactory(reactor.netty.http.client.HttpClient.create()
                    .followRedirect(true)
                    .responseTimeout(LIMIT));
        }
    };

    private static final Duration LIMIT = Duration.ofSeconds(2);

    abstract ClientHttpRequestFactory create();
}
