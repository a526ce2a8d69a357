package dev.narrative.testing.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Sends what no decent client would send, byte by byte as it is written. */
final class RawClient {
    private static final int TIMEOUT_MILLIS = 10_000;

    private final int port;

    RawClient(int port) {
        this.port = port;
    }

    /** The status of the answer; 0 when the server hung up. */
    int get(String path, String... headers) throws IOException {
        return send("GET " + path + " HTTP/1.1", "", headers);
    }

    int send(String requestLine, String body, String... headers) throws IOException {
        StringBuilder text =
                new StringBuilder(requestLine).append("\r\nHost: localhost:").append(port);
        for (String header : headers) {
            text.append("\r\n").append(header);
        }
        text.append("\r\nContent-Length: ")
                .append(body.length())
                .append("\r\nConnection: close\r\n\r\n")
                .append(body);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            OutputStream out = socket.getOutputStream();
            out.write(text.toString().getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            InputStream in = socket.getInputStream();
            String answer = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
            return answer.isEmpty() ? 0 : Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
