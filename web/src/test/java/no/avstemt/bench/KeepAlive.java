package no.avstemt.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One HTTP/1.1 connection that is kept open, and adds as little as can be to what is measured. */
final class KeepAlive implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final String key;

    KeepAlive(URI server, String key) throws IOException {
        socket = new Socket(server.getHost(), server.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        host = server.getAuthority();
        this.key = key;
    }

    record Answer(int status, byte[] body) {}

    Answer get(String path) throws IOException {
        return send("GET " + path, "", new byte[0]);
    }

    /** @param once under which the server does this once */
    Answer post(String path, String once, byte[] json) throws IOException {
        String more = "Content-Type: application/json\r\nContent-Length: " + json.length + "\r\nIdempotency-Key: "
                + once + "\r\n";
        return send("POST " + path, more, json);
    }

    private Answer send(String what, String more, byte[] body) throws IOException {
        byte[] question = (what + " HTTP/1.1\r\nHost: " + host + "\r\nAccept: application/json\r\n"
                        + "Authorization: Bearer " + key + "\r\n" + more + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream sent = new ByteArrayOutputStream(question.length + body.length);
        sent.writeBytes(question);
        sent.writeBytes(body);
        socket.getOutputStream().write(sent.toByteArray());
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String small = header.toLowerCase(Locale.ROOT);
            if (small.startsWith("content-length:")) {
                length = Integer.parseInt(
                        small.substring("content-length:".length()).strip());
            }
            chunked |= small.startsWith("transfer-encoding:") && small.contains("chunked");
        }
        return new Answer(status, chunked ? chunks() : in.readNBytes(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            body.write(in.readNBytes(size));
            line();
            if (size == 0) {
                return body.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(64);
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("The server closed the connection");
            }
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
