package dev.narrative.testing.http;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Map;

final class UrlConnectionProgram implements ClientUnderTest {
    private final Duration patience;

    private UrlConnectionProgram(Duration patience) {
        this.patience = patience;
    }

    public static void main(String[] args) throws Exception {
        new ClientScenarios(UrlConnectionProgram::new, args[0]).run();
    }

    @Override
    public Answer get(URI url, Map<String, String> headers) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setReadTimeout(Math.toIntExact(patience.toMillis()));
        headers.forEach(connection::setRequestProperty);
        return answer(connection);
    }

    @Override
    public Answer post(URI url, byte[] body) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setDoOutput(true);
        connection.connect();
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        return answer(connection);
    }

    private static Answer answer(HttpURLConnection connection) throws Exception {
        int status = connection.getResponseCode();
        try (InputStream in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return Answer.of(status, in == null ? new byte[0] : in.readAllBytes());
        }
    }
}
