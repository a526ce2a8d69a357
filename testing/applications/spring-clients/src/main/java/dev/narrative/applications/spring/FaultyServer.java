package dev.narrative.applications.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Scanner;

/** A server that promises more than it sends: it closes the connection, or waits for the client to do so. */
final class FaultyServer implements AutoCloseable {
    private static final String HALF = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf";

    private final ServerSocket socket;

    FaultyServer() throws IOException {
        socket = new ServerSocket(0);
        Thread acceptor = new Thread(this::serve, "faulty-server");
        acceptor.setDaemon(true);
        acceptor.start();
    }

    URI cut() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/cut");
    }

    URI endless() {
        return URI.create("http://localhost:" + socket.getLocalPort() + "/endless");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket connection = socket.accept()) {
                answer(connection.getInputStream(), connection.getOutputStream());
            } catch (IOException gone) {
                // The client has left, or the server was closed.
            }
        }
    }

    private static void answer(InputStream in, OutputStream out) throws IOException {
        Scanner lines = new Scanner(in, StandardCharsets.ISO_8859_1);
        boolean waits = lines.nextLine().contains("/endless");
        while (!lines.nextLine().isEmpty()) {
            // The headers say nothing that matters here.
        }
        out.write(HALF.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
        if (waits && in.read() >= 0) {
            throw new IOException("the client sent more than one request");
        }
    }
}
