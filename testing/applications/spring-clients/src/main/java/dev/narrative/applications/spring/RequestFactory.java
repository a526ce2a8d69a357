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
        ClientHttpRequestFactory create(Duration patience) {
            JdkClientHttpRequestFactory factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                    .followRedirects(HttpClient.Redirect.NORMAL)
                    .build());
            factory.setReadTimeout(patience);
            return factory;
        }
    },
    /** {@code java.net.HttpURLConnection}. */
    SIMPLE {
        @Override
        ClientHttpRequestFactory create(Duration patience) {
            SimpleClientHttpRequestFactory factory = new SimpleClientHttpRequestFactory();
            factory.setReadTimeout(patience);
            return factory;
        }
    },
    /** Apache HttpClient 5, which Spring prefers where it is on the class path. */
    APACHE {
        @Override
        ClientHttpRequestFactory create(Duration patience) {
            HttpComponentsClientHttpRequestFactory factory = new HttpComponentsClientHttpRequestFactory();
            factory.setReadTimeout(patience);
            return factory;
        }
    },
    REACTOR_NETTY {
        @Override
        ClientHttpRequestFactory create(Duration patience) {
            return new ReactorClientHttpRequestFactory(reactor.netty.http.client.HttpClient.create()
                    .followRedirect(true)
                    .responseTimeout(patience));
        }
    };

    /** @param patience how long it waits for an answer */
    abstract ClientHttpRequestFactory create(Duration patience);
}
