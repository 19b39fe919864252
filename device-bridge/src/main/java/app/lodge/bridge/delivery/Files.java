package app.lodge.bridge.delivery;

import app.lodge.bridge.certificates.Pem;
import app.lodge.bridge.certificates.SiteAuthority;
import app.lodge.bridge.link.Down;
import app.lodge.bridge.link.FieldLink;
import app.lodge.bridge.link.MalformedMessage;
import app.lodge.bridge.link.Topics;
import app.lodge.bridge.link.Up;
import app.lodge.core.books.Actor;
import app.lodge.core.devices.FieldDevice;
import app.lodge.core.rollout.DeviceProgress;
import app.lodge.core.rollout.FieldFiles;
import app.lodge.core.rollout.FieldFiles.Offer;
import app.lodge.core.rollout.FieldFiles.Told;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Packages on their way to devices (ID-60, SAFE-52): offered at once, or when the device comes; fetched by
/// the device in parts, from where it was, however often the link breaks.
public final class Files {

    private static final String PREFIX = "rollout-";

    private static final Map<String, DeviceProgress> STATES =
            Map.of(
                    "downloading", DeviceProgress.DOWNLOADING,
                    "downloaded", DeviceProgress.DOWNLOADED,
                    "installing", DeviceProgress.INSTALLING,
                    "installed", DeviceProgress.INSTALLED,
                    "rolled-back", DeviceProgress.ROLLED_BACK,
                    "failed", DeviceProgress.FAILED,
                    "went-back", DeviceProgress.WENT_BACK);

    private final FieldFiles files;
    private final SiteAuthority authority;

    /// The signing key in hex → its certificate, issued once for each start of the bridge.
    private final Map<String, String> certificates = new ConcurrentHashMap<>();

    public Files(FieldFiles files, SiteAuthority authority) {
        this.files = files;
        this.authority = authority;
    }

    /// Tells the device what waits for it; to hear of it twice does no harm.
    public void offer(FieldLink link, FieldDevice device) {
        for (var offer : files.offers(device.id())) {
            link.push(device.name(), Topics.FILE, message(offer));
        }
    }

    public void fetch(FieldLink link, FieldDevice device, Up.Fetch fetch) throws MalformedMessage {
        var rollout = number(fetch.id());
        for (var part = fetch.from(); part < fetch.from() + fetch.count(); part++) {
            var chunk = files.chunk(device.id(), rollout, part).orElse(null);
            if (chunk == null) {
                return;
            }
            link.push(device.name(), Topics.CHUNK, new Down.Chunk(fetch.id(), part, chunk));
        }
    }

    public void told(FieldDevice device, Up.Progress progress) throws MalformedMessage {
        var state = STATES.get(progress.state());
        if (state == null) {
            throw new MalformedMessage("state must be one of " + STATES.keySet());
        }
        files.told(
                Actor.device(device.id().number(), device.name()),
                device.id(),
                new Told(number(progress.id()), state, progress.received(), progress.detail()));
    }

    private Down.File message(Offer offer) {
        var what = offer.what();
        return new Down.File(
                PREFIX + offer.rollout(),
                word(offer.action()),
                word(what.kind()),
                what.name(),
                what.version(),
                what.language(),
                what.client(),
                what.showFrom(),
                what.showUntil(),
                what.mediaType(),
                what.size(),
                what.sha256(),
                offer.signature(),
                certificates.computeIfAbsent(
                        HexFormat.of().formatHex(offer.key()),
                        _ -> Pem.certificate(authority.certifySigner(offer.key()))),
                FieldFiles.CHUNK,
                word(offer.install()),
                offer.until());
    }

    private static long number(String id) throws MalformedMessage {
        var number = id.startsWith(PREFIX) ? id.substring(PREFIX.length()) : "";
        if (!number.matches("[0-9]{1,18}")) {
            throw new MalformedMessage("id is not one of a file that was offered");
        }
        return Long.parseLong(number);
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
