package org.p13n.sample.e2e;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A request that no proper client sends: its target goes over the wire as it is. */
final class RawRequest {

    private static final int PATIENCE_MILLIS = 60_000;

    private RawRequest() {}

    /** The status of the answer. */
    static int get(StoreProcess store, String target) {
        URI url = store.url();
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request = "GET " + target + " HTTP/1.1\r\nHost: " + url.getAuthority()
                    + "\r\nUser-Agent: Mozilla/5.0\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            BufferedReader answer =
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            return Integer.parseInt(
                    answer.readLine().substring("HTTP/1.1 ".length()).substring(0, 3));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
