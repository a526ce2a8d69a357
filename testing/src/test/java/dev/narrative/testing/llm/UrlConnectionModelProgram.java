package dev.narrative.testing.llm;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The JDK's HttpURLConnection. */
final class UrlConnectionModelProgram implements ModelClient {
    private UrlConnectionModelProgram() {}

    public static void main(String[] args) throws Exception {
        ModelScenarios.play(new UrlConnectionModelProgram(), args);
    }

    @Override
    public InputStream open(URI url, String body) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body.getBytes(StandardCharsets.UTF_8));
        }
        return connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
    }
}
