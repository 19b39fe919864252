package app.lodge.personalization.printers;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// An IPP printer that says what the test wants, byte for byte as RFC 8010 writes it. Every look at the job
/// takes the next word of its script; the last one stays.
final class ScriptedIpp implements AutoCloseable {

    static final int PENDING = 3;
    static final int PROCESSING = 5;
    static final int STOPPED = 6;
    static final int CANCELLED = 7;
    static final int ABORTED = 8;
    static final int COMPLETED = 9;

    /// @param job its state, 0 for an answer that breaks off, -1 for a job that is forgotten
    record Look(int job, int printer, String reason) {}

    private final HttpServer server;
    private final Deque<Look> script = new ArrayDeque<>();
    final List<Integer> asked = new ArrayList<>();
    final List<byte[]> printed = new ArrayList<>();
    Look now = new Look(PENDING, 3, "none");
    boolean cups;
    boolean refusesToCancel;
    int refusesPaper;
    int refusesJob;
    List<String> queues = List.of();

    ScriptedIpp() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    String host() {
        return server.getAddress().getAddress().getHostAddress()
                + ":"
                + server.getAddress().getPort();
    }

    String address() {
        return "ipp://" + host() + "/printers/cards";
    }

    ScriptedIpp then(int job, int printer, String reason) {
        script.add(new Look(job, printer, reason));
        return this;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        var request = exchange.getRequestBody().readAllBytes();
        int operation = request[2] << 8 | request[3];
        asked.add(operation);
        var answer =
                switch (operation) {
                    case 0x0002 -> print(request);
                    case 0x0008 -> cancel();
                    case 0x0009 -> job();
                    case 0x000B -> printer();
                    case 0x4002 -> queues();
                    default -> new Writing(0x0501).done();
                };
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private byte[] print(byte[] request) throws IOException {
        boolean paper = new String(request, StandardCharsets.ISO_8859_1).contains("media-col");
        if (refusesJob != 0 || paper && refusesPaper != 0) {
            return new Writing(refusesJob != 0 ? refusesJob : refusesPaper).done();
        }
        printed.add(request);
        return new Writing(0).group(2).number(0x21, "job-id", 7).done();
    }

    private byte[] cancel() throws IOException {
        if (refusesToCancel) {
            return new Writing(0x0404).done();
        }
        script.clear();
        now = new Look(CANCELLED, 3, "none");
        return new Writing(0).done();
    }

    private byte[] job() throws IOException {
        if (!script.isEmpty()) {
            now = script.removeFirst();
        }
        return switch (now.job()) {
            case 0 -> new byte[] {2, 0, 0};
            case -1 -> new Writing(0x0406).done();
            default ->
                    new Writing(0)
                            .group(2)
                            .number(0x23, "job-state", now.job())
                            .text(0x44, "job-state-reasons", "none")
                            .done();
        };
    }

    private byte[] printer() throws IOException {
        var told =
                new Writing(0)
                        .group(4)
                        .number(0x23, "printer-state", now.printer())
                        .text(0x44, "printer-state-reasons", now.reason())
                        .text(0x49, "document-format-supported", "image/pwg-raster")
                        .text(0x49, "", "application/pdf")
                        .text(0x44, "sides-supported", "one-sided")
                        .text(0x44, "", "two-sided-long-edge")
                        .text(0x42, "marker-names", "YMCKO")
                        .text(0x42, "", "Film")
                        .text(0x42, "", "Waste")
                        .number(0x21, "marker-levels", 8)
                        .number(0x21, "", 64)
                        .number(0x21, "", -2);
        return (cups ? told.text(0x41, "cups-version", "2.4.2") : told).done();
    }

    private byte[] queues() throws IOException {
        var told = new Writing(queues.isEmpty() ? 0x0406 : 0);
        for (var name : queues) {
            told.group(4).text(0x42, "printer-name", name);
        }
        return told.done();
    }

    private static final class Writing {

        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final DataOutputStream out = new DataOutputStream(bytes);

        Writing(int status) throws IOException {
            out.writeShort(0x0200);
            out.writeShort(status);
            out.writeInt(1);
            out.writeByte(1);
            text(0x47, "attributes-charset", "utf-8");
            text(0x48, "attributes-natural-language", "en");
        }

        Writing group(int delimiter) throws IOException {
            out.writeByte(delimiter);
            return this;
        }

        Writing number(int tag, String name, int value) throws IOException {
            name(tag, name);
            out.writeShort(4);
            out.writeInt(value);
            return this;
        }

        Writing text(int tag, String name, String value) throws IOException {
            name(tag, name);
            out.writeUTF(value);
            return this;
        }

        private void name(int tag, String name) throws IOException {
            out.writeByte(tag);
            out.writeUTF(name);
        }

        byte[] done() throws IOException {
            out.writeByte(3);
            return bytes.toByteArray();
        }
    }
}
