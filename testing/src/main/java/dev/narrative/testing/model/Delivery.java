package dev.narrative.testing.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/** Sends the answer to one request, with what is to go wrong with it. */
final class Delivery {
    private static final int GZIP_BUFFER = 512;

    private final HttpExchange exchange;
    private final ModelApi api;
    private final Fault fault;
    private final Set<Quirk> quirks;
    private final Duration pace;

    /** @param pace the time from one event of a stream to the next */
    Delivery(HttpExchange exchange, ModelApi api, Fault fault, Set<Quirk> quirks, Duration pace) {
        this.exchange = exchange;
        this.api = api;
        this.fault = fault;
        this.quirks = quirks;
        this.pace = pace;
    }

    /** A header of the answer; to be set before the answer is sent. */
    Delivery header(String name, String value) {
        exchange.getResponseHeaders().set(name, value);
        return this;
    }

    void error(int status, JsonNode json) throws IOException {
        send(status, json.toString().getBytes(StandardCharsets.UTF_8), false);
    }

    void document(JsonNode json) throws IOException {
        String text = json.toString();
        String sent = fault == Fault.MALFORMED ? text.substring(0, text.length() / 2) : text;
        send(200, sent.getBytes(StandardCharsets.UTF_8), fault == Fault.CUT);
    }

    /** @param pieces the number of pieces that the text comes in; what goes wrong does so after half of them */
    void stream(Framing framing, long pieces, EventSource source) throws IOException {
        contentType(framing.contentType());
        boolean gzip = gzip();
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = body();
        OutputStream out = gzip ? new GZIPOutputStream(body, GZIP_BUFFER, true) : body;
        boolean unknownEvents = quirks.contains(Quirk.UNKNOWN_EVENTS);
        StreamWriter writer = new StreamWriter(out, framing, api, fault, 1 + pieces / 2, unknownEvents, pace);
        source.writeTo(writer);
        writer.end();
        out.close();
    }

    private void send(int status, byte[] document, boolean cut) throws IOException {
        contentType("application/json");
        byte[] bytes = gzip() ? compressed(document) : document;
        exchange.sendResponseHeaders(status, bytes.length);
        OutputStream out = body();
        out.write(bytes, 0, cut ? bytes.length / 2 : bytes.length);
        out.flush();
        if (cut) {
            throw new Cut();
        }
    }

    private void contentType(String type) {
        header("Content-Type", quirks.contains(Quirk.WRONG_CONTENT_TYPE) ? "text/plain" : type);
    }

    private boolean gzip() {
        String accepted = String.valueOf(exchange.getRequestHeaders().getFirst("Accept-Encoding"));
        boolean gzip = quirks.contains(Quirk.GZIP) && accepted.contains("gzip");
        if (gzip) {
            header("Content-Encoding", "gzip");
        }
        return gzip;
    }

    private OutputStream body() {
        OutputStream out = exchange.getResponseBody();
        return quirks.contains(Quirk.SPLIT_BYTES) ? new SplittingOutputStream(out) : out;
    }

    private static byte[] compressed(byte[] document) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(document);
        }
        return bytes.toByteArray();
    }
}
