package app.lodge.bridge;

import static app.lodge.bridge.TestBridge.ADMIN;
import static app.lodge.bridge.TestBridge.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import app.lodge.bridge.alerts.NetworkOutlets;
import app.lodge.bridge.virtual.VirtualSafe;
import app.lodge.core.books.Actor;
import app.lodge.core.books.RequestId;
import app.lodge.core.devices.DeviceDuty;
import app.lodge.core.devices.DeviceKind;
import app.lodge.core.devices.DeviceRight;
import app.lodge.core.watch.Channel;
import app.lodge.core.watch.Matter;
import app.lodge.core.watch.Outlets.MailSecurity;
import app.lodge.core.watch.Outlets.MailServer;
import app.lodge.core.watch.Reach.MailReach;
import app.lodge.core.watch.Rule;
import app.lodge.core.watch.parties.Parties;
import app.lodge.core.watch.parties.Party;
import app.lodge.core.watch.parties.PartyKind;
import app.lodge.core.watch.parties.Stand;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.subethamail.smtp.helper.SimpleMessageListener;
import org.subethamail.smtp.server.SMTPServer;

/// Two clients' safes jam: by a real mail server and a real web server each party hears of its own, and no more
/// than it may see.
@Tag("SAFE-32")
final class PartiesInTheFieldTest {

    @TempDir Path folder;
    private final List<String> mails = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    @Test
    void eachPartyHearsOfItsOwnSafesAndReadsWhatItMaySee() throws Exception {
        var mail = mailServer();
        var web = webServer();
        try (var site = new TestBridge(folder);
                var one = site.join(VirtualSafe.class, "safe-1", DeviceKind.SAFE);
                var two = site.join(VirtualSafe.class, "safe-2", DeviceKind.SAFE)) {
            site.site().tellThrough(new NetworkOutlets(InstantSource.system()));
            setUp(site, mail.getPortAllocated(), web.getAddress().getPort());
            var who = site.holder("Emil", "04A1B2C3D4E5C9", 0);
            site.site()
                    .deviceUsers()
                    .put(
                            ADMIN,
                            RequestId.fresh(),
                            site.device("safe-1").id(),
                            who.person(),
                            new DeviceRight(List.of(DeviceDuty.DEPOSIT), Instant.EPOCH, null));
            eventually(() ->
                    one.deposit(who.uid(), Map.of(5_000L, 1), 0)
                            instanceof VirtualSafe.SafeOutcome.Done);
            for (var safe : List.of(one, two)) {
                safe.tell("alarm", Map.of("code", "NOTE_JAM", "raised", true));
                eventually(() -> safe.unacknowledged() == 0);
            }
            site.site().watch().round(Actor.system("bridge"));
            site.site().watch().round(Actor.system("bridge"));
        } finally {
            mail.stop();
            web.stop(0);
        }
        assertThat(mails).hasSize(2);
        assertThat(to("one@example.org"))
                .contains("safe-1 meldet eine Störung.", "NOTE_JAM", "50,00")
                .doesNotContain("safe-2");
        assertThat(to("bank@example.org"))
                .contains("safe-1 tells of a fault.", "50.00")
                .doesNotContain("NOTE_JAM", "safe-2", "notes");
        assertThat(calls)
                .singleElement()
                .asString()
                .contains("\"device\":\"safe-2\"", "\"faults\":[\"NOTE_JAM\"]")
                .doesNotContain("safe-1", "total", "levels");
    }

    private static void setUp(TestBridge site, int mail, int web) {
        var watch = site.site().watch();
        watch.rules(ADMIN).forEach(rule -> watch.removeRule(ADMIN, RequestId.fresh(), rule.id()));
        watch.setMail(
                ADMIN,
                RequestId.fresh(),
                new MailReach(
                        new MailServer(
                                "localhost", mail, MailSecurity.NONE, "", "lodge@example.org"),
                        List.of("porter@example.org"),
                        List.of()),
                null);
        watch.putRule(
                ADMIN,
                RequestId.fresh(),
                new Rule(
                        0,
                        Matter.FAULT,
                        DeviceKind.SAFE,
                        "",
                        0,
                        Set.of(Channel.TASK),
                        null,
                        null,
                        0,
                        Set.of(PartyKind.CLIENT, PartyKind.BANK, PartyKind.SERVICE)));
        var first = List.of(new Stand(site.device("safe-1").id().number(), null, ""));
        var second = List.of(new Stand(site.device("safe-2").id().number(), null, ""));
        put(site, new Party(0, "One", PartyKind.CLIENT, "de", "one@example.org", "", first));
        put(site, new Party(0, "Bank", PartyKind.BANK, "en", "bank@example.org", "", first));
        put(
                site,
                new Party(
                        0,
                        "Fixers",
                        PartyKind.SERVICE,
                        "en",
                        "",
                        "http://localhost:" + web + "/hook",
                        second));
    }

    private static void put(TestBridge site, Party party) {
        assertThat(
                        site.site()
                                .parties()
                                .put(ADMIN, RequestId.fresh(), party, "a-secret-of-both-sides"))
                .isInstanceOf(Parties.Outcome.Kept.class);
    }

    /// Its mail as it reads it.
    private String to(String address) {
        var raw =
                mails.stream()
                        .filter(mail -> mail.startsWith(address))
                        .findFirst()
                        .orElseThrow()
                        .replace("\r\n", "\n");
        var body = raw.substring(raw.indexOf("\n\n") + 2).strip();
        return new String(Base64.getMimeDecoder().decode(body), StandardCharsets.UTF_8);
    }

    private SMTPServer mailServer() {
        var server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .simpleMessageListener(
                                new SimpleMessageListener() {
                                    @Override
                                    public boolean accept(String from, String to) {
                                        return true;
                                    }

                                    @Override
                                    public void deliver(String from, String to, InputStream data)
                                            throws IOException {
                                        mails.add(
                                                to
                                                        + "\n"
                                                        + new String(
                                                                data.readAllBytes(),
                                                                StandardCharsets.UTF_8));
                                    }
                                })
                        .build();
        server.start();
        return server;
    }

    private HttpServer webServer() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/hook",
                exchange -> {
                    calls.add(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    exchange.sendResponseHeaders(204, -1);
                    exchange.close();
                });
        server.start();
        return server;
    }
}
