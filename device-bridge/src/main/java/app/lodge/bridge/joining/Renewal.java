package app.lodge.bridge.joining;

import app.lodge.bridge.certificates.Identity;
import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SigningRequest;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.FieldAccess;
import app.lodge.core.devices.FieldDevice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A device's next certificate, over its own topic (SAFE-59). The present one holds until the next is used.
public final class Renewal {

    private static final Logger LOG = LoggerFactory.getLogger(Renewal.class);

    private final SiteAuthority authority;
    private final FieldAccess access;

    public Renewal(SiteAuthority authority, FieldAccess access) {
        this.authority = authority;
        this.access = access;
    }

    /// @throws MalformedMessage if it is no request of this device
    public void renew(FieldLink link, FieldDevice device, Up.Renew message)
            throws MalformedMessage {
        SigningRequest request;
        try {
            request = SigningRequest.read(message.request());
        } catch (IllegalArgumentException e) {
            throw new MalformedMessage("not a certificate request");
        }
        if (!request.name().equals(device.name())) {
            throw new MalformedMessage("a request for another name");
        }
        var certificate = authority.certify(device.name(), request.publicKey());
        access.renewed(
                Actor.device(device.id().number(), device.name()),
                device.id(),
                Identity.serial(certificate),
                certificate.getNotAfter().toInstant());
        link.push(
                device.name(),
                Topics.CERTIFICATE,
                new Down.Certificate(
                        Pem.certificate(certificate), Pem.certificate(authority.certificate())));
        LOG.info("{} got its next certificate", device.name());
    }
}
