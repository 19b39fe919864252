package app.lodge.core.devices;

import app.lodge.core.books.Actor;
import app.lodge.core.books.Books;
import app.lodge.core.books.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Certificates and orders kept in the books.
final class BookedAccess implements FieldAccess {

    private static final int MOST_REFUSED = 100;

    private final Books books;

    BookedAccess(Books books) {
        this.books = books;
    }

    @Override
    public Admission admit(String name, String serial) {
        var now = books.clock().instant();
        var found = books.read(sql -> CertificateStore.look(sql, name, serial, now));
        if (!found.next()) {
            return found.admission();
        }
        return books.write(
                Actor.system("bridge"),
                tx -> {
                    var again = CertificateStore.look(tx.sql(), name, serial, tx.now());
                    if (again.next()) {
                        CertificateStore.promote(tx, again.device(), again.present());
                        tx.journal(
                                "device.certificate-renewed",
                                BookedDevices.subject(again.device()),
                                Map.of("serial", serial));
                    }
                    return again.admission();
                });
    }

    @Override
    public void renewed(Actor device, DeviceId id, String serial, Instant until) {
        device.require(Permission.DEVICE_TRAFFIC);
        books.write(
                device,
                tx -> {
                    CertificateStore.renewed(tx, id, serial, until);
                    return tx.journal(
                            "device.certificate-issued",
                            BookedDevices.subject(id),
                            Map.of("serial", serial, "until", until.toString()));
                });
    }

    @Override
    public List<String> expired() {
        var now = books.clock().instant();
        return books.read(sql -> CertificateStore.expired(sql, now));
    }

    @Override
    public List<String> refusedSince(Instant from) {
        return books.read(sql -> RefusalStore.since(sql, from, MOST_REFUSED)).reversed().stream()
                .map(DeviceCare.Refusal::name)
                .distinct()
                .toList();
    }

    @Override
    public List<Order> waiting(DeviceId id) {
        var now = books.clock().instant();
        return books.read(sql -> CommandStore.waiting(sql, id, now));
    }

    @Override
    public void carried(Actor device, DeviceId id, long order, boolean ok, String detail) {
        device.require(Permission.DEVICE_TRAFFIC);
        books.write(
                device,
                tx -> {
                    if (CommandStore.answered(tx, id, order, ok, detail)) {
                        tx.journal(
                                "device.command-answered",
                                BookedDevices.subject(id),
                                Map.of("command", order, "ok", ok));
                    }
                    return null;
                });
    }

    @Override
    public long beginTerm(String holder) {
        return books.write(
                Actor.system("bridge"),
                tx -> {
                    var term = TermStore.begin(tx, holder);
                    tx.journal("bridge.term-begun", "bridge:" + term, Map.of("holder", holder));
                    return term;
                });
    }

    @Override
    public long term() {
        return books.read(TermStore::newest);
    }
}
