package app.lodge.bridge.alerts;

import app.lodge.core.watch.Outlets.Mail;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// One conversation with a mail server: RFC 5321, STARTTLS of RFC 3207, AUTH PLAIN of RFC 4954. A
/// server that does not offer what is asked for gets nothing.
final class SmtpConversation implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 15_000;
    private static final int LONGEST_LINE = 2_000;
    private static final String HERE = "lodge.local";

    private final MailServer server;
    private final SSLContext tls;
    private Socket socket;
    private BufferedReader reader;
    private OutputStream out;
    private List<String> offers = List.of();

    private SmtpConversation(MailServer server, SSLContext tls, Socket socket) throws IOException {
        this.server = server;
        this.tls = tls;
        this.socket = socket;
        this.reader = reader(socket);
        this.out = socket.getOutputStream();
    }

    static SmtpConversation with(MailServer server, SSLContext tls) throws IOException {
        var plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(server.host(), server.port()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            return new SmtpConversation(
                    server,
                    tls,
                    server.security() == MailSecurity.TLS ? over(tls, plain, server) : plain);
        } catch (IOException e) {
            plain.close();
            throw e;
        }
    }

    void greet() throws IOException {
        expect(read(), "220");
        hello();
    }

    void startTls() throws IOException {
        if (!offers.contains("STARTTLS")) {
            throw new IOException("The mail server offers no STARTTLS; nothing was sent");
        }
        expect(say("STARTTLS"), "220");
        socket = over(tls, socket, server);
        reader = reader(socket);
        out = socket.getOutputStream();
        hello();
    }

    void signIn(String user, String password) throws IOException {
        var words = "\0" + user + "\0" + password;
        var encoded = Base64.getEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8));
        var answer = say("AUTH PLAIN " + encoded);
        if (!answer.getLast().startsWith("235")) {
            // The line that was said holds the password: only the answer may be told.
            throw new IOException("The mail server refused the sign-in: " + answer.getLast());
        }
    }

    void send(String from, Mail mail, Instant at) throws IOException {
        expect(say("MAIL FROM:<" + from + ">"), "250");
        for (var to : mail.to()) {
            expect(say("RCPT TO:<" + to + ">"), "25");
        }
        expect(say("DATA"), "354");
        write(message(from, mail, at) + "\r\n.\r\n");
        expect(read(), "250");
        say("QUIT");
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    /// Text in base64 needs no stuffing of dots and survives every server (RFC 2045, RFC 2047).
    static String message(String from, Mail mail, Instant at) {
        var date =
                DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                        .format(at.atOffset(ZoneOffset.UTC));
        var text =
                Base64.getMimeEncoder()
                        .encodeToString(
                                mail.text().replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\r\n",
                "From: Lodge <" + from + ">",
                "To: " + String.join(",\r\n ", mail.to()),
                "Subject: " + words(mail.subject()),
                "Date: " + date,
                "Message-ID: <" + mail.key() + "@" + HERE + ">",
                "Auto-Submitted: auto-generated",
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                text);
    }

    /// An encoded word takes 75 characters at most, so a long subject is several; a cut never falls
    /// into a character.
    private static String words(String subject) {
        var line = subject.replaceAll("\\p{Cntrl}", " ");
        var words = new ArrayList<String>();
        var part = new StringBuilder();
        for (var point : line.codePoints().toArray()) {
            var longer = part + Character.toString(point);
            if (longer.getBytes(StandardCharsets.UTF_8).length > 42) {
                words.add(word(part.toString()));
                part.setLength(0);
            }
            part.appendCodePoint(point);
        }
        words.add(word(part.toString()));
        return String.join("\r\n ", words);
    }

    private static String word(String text) {
        return "=?UTF-8?B?"
                + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "?=";
    }

    private void hello() throws IOException {
        var answer = say("EHLO " + HERE);
        expect(answer, "250");
        offers =
                answer.stream()
                        .map(line -> line.length() > 4 ? line.substring(4) : "")
                        .map(line -> line.toUpperCase(Locale.ROOT).strip())
                        .toList();
    }

    private List<String> say(String line) throws IOException {
        write(line + "\r\n");
        return read();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private List<String> read() throws IOException {
        var lines = new ArrayList<String>();
        while (true) {
            var line = reader.readLine();
            if (line == null || line.length() > LONGEST_LINE || lines.size() > 100) {
                throw new IOException("The mail server broke off");
            }
            lines.add(line);
            if (line.length() < 4 || line.charAt(3) != '-') {
                return lines;
            }
        }
    }

    private static void expect(List<String> answer, String code) throws IOException {
        if (!answer.getLast().startsWith(code)) {
            throw new IOException("The mail server said: " + answer.getLast());
        }
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
    }

    private static SSLSocket over(SSLContext tls, Socket plain, MailServer server)
            throws IOException {
        var secure =
                (SSLSocket)
                        tls.getSocketFactory()
                                .createSocket(plain, server.host(), server.port(), true);
        var parameters = secure.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
        secure.setSSLParameters(parameters);
        secure.startHandshake();
        return secure;
    }
}
