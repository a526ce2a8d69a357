package dev.narrative.benchmarks.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * One kept HTTP/1.1 connection that asks the same thing again and again. It costs a few microseconds a request where a
 * full client costs more than the application that is measured.
 */
final class Connection implements AutoCloseable {
    private static final byte[] OK = "HTTP/1.1 200".getBytes(StandardCharsets.US_ASCII);
    private static final String LENGTH = "content-length:";

    private final Socket socket;
    private final OutputStream out;
    private final InputStream in;
    private final byte[] request;
    private final byte[] response = new byte[64 * 1024];

    Connection(int port, String path) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        out = socket.getOutputStream();
        in = socket.getInputStream();
        request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** @throws IOException when the answer is anything but a whole 200 */
    void call() throws IOException {
        out.write(request);
        int filled = 0;
        do {
            int read = in.read(response, filled, response.length - filled);
            if (read <= 0) {
                throw new IOException("The answer ends after " + filled + " bytes");
            }
            filled += read;
        } while (!whole(filled));
        for (int i = 0; i < OK.length; i++) {
            if (response[i] != OK[i]) {
                throw new IOException("The answer is " + new String(response, 0, 16, StandardCharsets.US_ASCII));
            }
        }
    }

    private boolean whole(int filled) {
        int body = endOfHead(filled);
        if (body < 0) {
            return false;
        }
        int length = contentLength(body);
        return length >= 0 ? filled >= body + length : endsWithLastChunk(filled);
    }

    private int endOfHead(int filled) {
        for (int i = 3; i < filled; i++) {
            if (response[i] == '\n' && response[i - 1] == '\r' && response[i - 2] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private int contentLength(int head) {
        String text = new String(response, 0, head, StandardCharsets.US_ASCII);
        int at = indexOfIgnoringCase(text, LENGTH);
        return at < 0 ? -1 : Integer.parseInt(text, at, text.indexOf('\r', at), 10);
    }

    private static int indexOfIgnoringCase(String text, String header) {
        for (int i = 0; i + header.length() < text.length(); i++) {
            if (text.regionMatches(true, i, header, 0, header.length())) {
                int value = i + header.length();
                return text.charAt(value) == ' ' ? value + 1 : value;
            }
        }
        return -1;
    }

    private boolean endsWithLastChunk(int filled) {
        return response[filled - 1] == '\n'
                && response[filled - 3] == '\n'
                && response[filled - 5] == '0'
                && response[filled - 6] == '\n';
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
