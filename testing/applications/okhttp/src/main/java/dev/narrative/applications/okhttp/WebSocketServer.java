package dev.narrative.applications.okhttp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;

/** The other end of one WebSocket (RFC 6455): it shakes hands, says one word, and leaves when the client does. */
final class WebSocketServer implements AutoCloseable {
    static final String WORD = "hello";

    private static final String KEY = "sec-websocket-key:";
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final byte[] TEXT = {(byte) 0x81, 5};
    private static final byte[] NORMAL_CLOSE = {(byte) 0x88, 2, 0x03, (byte) 0xe8};

    private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

    WebSocketServer() throws IOException {
        Thread thread = new Thread(this::serve, "web-socket-server");
        thread.setDaemon(true);
        thread.start();
    }

    String url() {
        return "http://localhost:" + server.getLocalPort() + "/socket";
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try (Socket socket = server.accept()) {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            String key = "";
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                if (line.toLowerCase(Locale.ROOT).startsWith(KEY)) {
                    key = line.substring(KEY.length()).trim();
                }
            }
            OutputStream out = socket.getOutputStream();
            out.write(("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                            + "Sec-WebSocket-Accept: " + accept(key) + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1));
            out.write(TEXT);
            out.write(WORD.getBytes(StandardCharsets.ISO_8859_1));
            out.flush();
            if (in.read() >= 0) {
                out.write(NORMAL_CLOSE);
                out.flush();
            }
            while (in.read() >= 0) {
                // The client hangs up when it has read the answer to its goodbye.
            }
        } catch (IOException | GeneralSecurityException failed) {
            System.out.println("the WebSocket's server failed: " + failed);
        }
    }

    private static String accept(String key) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(StandardCharsets.ISO_8859_1));
        return Base64.getEncoder().encodeToString(digest);
    }
}
