package app.lodge.personalization.issuing;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.keys.CardKeys;
import app.lodge.core.media.CardJob;
import app.lodge.core.work.Progress;
import app.lodge.personalization.cards.CardNumber;
import app.lodge.personalization.cards.CardReader;
import app.lodge.personalization.cards.Chip;
import app.lodge.personalization.cards.DesfireEncoder;
import java.time.Duration;
import java.util.Map;

/// DESFire cards through whatever reader the job names.
public final class DesfireEncoding implements Encoding {

    /// How soon a stop is heard while a card is awaited.
    private static final Duration GLANCE = Duration.ofSeconds(1);

    /// Between two sessions the card lies still on the reader.
    private static final Duration STILL_THERE = Duration.ofSeconds(5);

    private final DesfireEncoder encoder;
    private final CardKeys keys;
    private final ReaderByName readers;
    private final Duration patience;

    /// @param patience how long a person or printer may take to bring a card
    public DesfireEncoding(
            DesfireEncoder encoder, CardKeys keys, ReaderByName readers, Duration patience) {
        this.encoder = encoder;
        this.keys = keys;
        this.readers = readers;
        this.patience = patience;
    }

    @Override
    public Encoded encode(Actor actor, CardJob job, BindUid bind, Progress<IssueStep> progress)
            throws DeviceException {
        var reader = readers.reader(job.reader());
        var chip = awaited(actor, reader, progress);
        bind.bind(chip.uid(), chip.family(), keys.keySet(actor).version());
        var card = encoder.encode(actor, reader, STILL_THERE, chip.uid(), number(job));
        return new Encoded(
                card.uid(),
                card.chip(),
                card.keyVersion(),
                Map.of("plan", card.plan(), "reader.path", reader.path()));
    }

    @Override
    public void verify(Actor actor, CardJob job, Encoded encoded) throws DeviceException {
        var reader = readers.reader(job.reader());
        encoder.verify(actor, reader, STILL_THERE, encoded.uid(), number(job));
    }

    private Chip awaited(Actor actor, CardReader reader, Progress<IssueStep> progress)
            throws DeviceException {
        long glances = Math.max(1, patience.dividedBy(GLANCE));
        for (long glance = 1; ; glance++) {
            try {
                return encoder.identify(actor, reader, GLANCE);
            } catch (DeviceException e) {
                boolean empty = e.fault() instanceof DeviceFault.NoCard;
                if (!empty || glance >= glances || progress.stopRequested()) {
                    throw empty
                            ? new DeviceException(
                                    new DeviceFault.NoCard(
                                            reader.name(), GLANCE.multipliedBy(glance)),
                                    e)
                            : e;
                }
            }
        }
    }

    private static CardNumber number(CardJob job) {
        var printed = job.cardNumber();
        int hyphen = printed.lastIndexOf('-');
        return new CardNumber(
                job.person().number(), Integer.parseInt(printed, hyphen + 1, printed.length(), 10));
    }
}
