package app.lodge.personalization.ipp;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// One printer or print server that speaks IPP: asked how it is, given a document, and asked how that
/// fares. Each call is one question over HTTP; nothing is asked again by itself.
public final class IppPrinting implements AutoCloseable {

    private static final int PRINT_JOB = 0x0002;
    private static final int CANCEL_JOB = 0x0008;
    private static final int GET_JOB = 0x0009;
    private static final int GET_PRINTER = 0x000B;
    private static final int CUPS_GET_PRINTERS = 0x4002;
    private static final int PORT = 631;
    private static final int NOTHING_FOUND = 0x0406;

    private final String uri;
    private final URI http;
    private final Duration patience;
    private final HttpClient client;
    private final AtomicInteger ids = new AtomicInteger();

    /// @param uri `ipp://host:631/printers/cards`, or `ipps:`
    /// @param patience with one answer
    /// @throws IllegalArgumentException if it is no such address
    public IppPrinting(String uri, Duration patience) {
        this.uri = uri;
        this.http = http(uri);
        this.patience = patience;
        this.client =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(patience)
                        .build();
    }

    /// What it refused.
    public static final class Refused extends IOException {
        private static final long serialVersionUID = 1;
        private final int status;

        Refused(String uri, int status) {
            super("%s answered IPP status 0x%04X".formatted(uri, status));
            this.status = status;
        }

        /// RFC 8011 appendix B.
        public int status() {
            return status;
        }
    }

    /// @param document its bytes
    /// @param format `application/pdf`
    /// @param width of the paper in hundredths of a millimetre; 0 for the printer's own
    public record Document(
            String name, byte[] document, String format, boolean twoSided, int width, int height) {}

    public IppPrinterState printer() throws IOException {
        var request = new IppRequest(GET_PRINTER, ids.incrementAndGet(), uri);
        request.keywords("requested-attributes", IppPrinterState.ASKED);
        return IppPrinterState.of(ask(request, new byte[0]).first(IppTag.PRINTER));
    }

    /// @return the job's number
    public int print(Document document) throws IOException {
        var request =
                of(PRINT_JOB)
                        .put(IppTag.NAME, "job-name", document.name())
                        .put(IppTag.MEDIA_TYPE, "document-format", document.format())
                        .group(IppTag.JOB)
                        .put(IppTag.KEYWORD, "print-scaling", "none");
        if (document.twoSided()) {
            request.put(IppTag.KEYWORD, "sides", "two-sided-long-edge");
        }
        if (document.width() > 0) {
            request.media(document.width(), document.height());
        }
        int job = ask(request, document.document()).first(IppTag.JOB).number("job-id", 0);
        if (job <= 0) {
            throw new IOException("%s took a job and gave it no number".formatted(uri));
        }
        return job;
    }

    public IppJobState job(int job) throws IOException {
        var request = of(GET_JOB, job).keywords("requested-attributes", IppJobState.ASKED);
        return IppJobState.of(ask(request, new byte[0]).first(IppTag.JOB));
    }

    public void cancel(int job) throws IOException {
        ask(of(CANCEL_JOB, job), new byte[0]);
    }

    /// The queues of a print server, by name.
    public List<String> queues() throws IOException {
        var request =
                new IppRequest(CUPS_GET_PRINTERS, ids.incrementAndGet(), "")
                        .keywords("requested-attributes", List.of("printer-name"));
        var names = new ArrayList<String>();
        try {
            for (var each : ask(request, new byte[0]).groups(IppTag.PRINTER)) {
                names.add(each.text("printer-name"));
            }
        } catch (Refused e) {
            if (e.status() != NOTHING_FOUND) {
                throw e;
            }
        }
        return List.copyOf(names);
    }

    @Override
    public void close() {
        client.shutdownNow();
        client.close();
    }

    private IppRequest of(int operation) {
        return new IppRequest(operation, ids.incrementAndGet(), uri)
                .put(IppTag.NAME, "requesting-user-name", "lodge");
    }

    private IppRequest of(int operation, int job) {
        return new IppRequest(operation, ids.incrementAndGet(), uri)
                .put(IppTag.INTEGER, "job-id", job)
                .put(IppTag.NAME, "requesting-user-name", "lodge");
    }

    private IppAnswer ask(IppRequest request, byte[] document) throws IOException {
        var post =
                HttpRequest.newBuilder(http)
                        .timeout(patience)
                        .header("Content-Type", "application/ipp")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request.with(document)))
                        .build();
        try {
            var response = client.send(post, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IOException("%s answered HTTP %d".formatted(uri, response.statusCode()));
            }
            var answer = IppAnswer.read(response.body());
            if (!answer.done()) {
                throw new Refused(uri, answer.status());
            }
            return answer;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Asking %s was interrupted".formatted(uri), e);
        }
    }

    private static URI http(String uri) {
        var ipp = URI.create(uri);
        var host = ipp.getHost();
        var scheme = ipp.getScheme();
        if (host == null || !("ipp".equals(scheme) || "ipps".equals(scheme))) {
            throw new IllegalArgumentException(
                    "Printer address '%s' must be ipp://HOST/PATH or ipps://HOST/PATH"
                            .formatted(uri));
        }
        int port = ipp.getPort() < 0 ? PORT : ipp.getPort();
        var path = ipp.getRawPath() == null || ipp.getRawPath().isEmpty() ? "/" : ipp.getRawPath();
        return URI.create(
                (scheme.equals("ipps") ? "https" : "http") + "://" + host + ":" + port + path);
    }
}
