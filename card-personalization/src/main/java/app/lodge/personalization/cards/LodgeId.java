package app.lodge.personalization.cards;

import app.lodge.core.books.Actor;
import app.lodge.core.devices.DeviceException;
import app.lodge.core.devices.DeviceFault;
import app.lodge.core.encodingplans.PlannedMedium.Application;
import app.lodge.core.encodingplans.PlannedMedium.Desfire;
import app.lodge.core.encodingplans.ShippedPlans;
import app.lodge.core.keys.Bytes;
import app.lodge.core.keys.CardKey;
import app.lodge.core.keys.CardKeys;
import java.util.Arrays;

/// The application of Lodge's ID, which every plan with a Lodge ID has in the same form, so that any
/// card is read without knowing by which plan it was made.
final class LodgeId {

    /// Number of its reading key.
    static final int READ = 1;

    private static final int FILE = 1;

    private LodgeId() {}

    static String aid() {
        return application().aid();
    }

    private static Application application() {
        return ((Desfire) ShippedPlans.lodgeId().medium()).applications().getFirst();
    }

    static CardIdentity read(CardWork work, CardKeys keys, Actor actor) throws DeviceException {
        work.require(application());
        int version = work.keyVersion(READ);
        if (version == 0) {
            throw new DeviceException(new DeviceFault.UnknownCard("not finished"));
        }
        var opened = work.prove(new CardKey.Site(aid(), READ, version));
        byte[] file =
                new DesfireFiles(work.session(opened))
                        .readData(
                                FILE,
                                CommMode.FULL,
                                0,
                                CardContent.LENGTH + CardContent.MAC_LENGTH);
        byte[] content = Arrays.copyOf(file, CardContent.LENGTH);
        byte[] mac = keys.contentMac(actor, work.chip.uid(), version, content);
        var read = CardContent.decode(content);
        if (read.isEmpty() || !Arrays.equals(Bytes.join(content, mac), file)) {
            throw new DeviceException(new DeviceFault.VerifyMismatch("content"));
        }
        CardContent found = read.get();
        return new CardIdentity(
                work.chip.uid(),
                work.chip.family(),
                new CardNumber(found.person(), found.issueNumber()),
                found.siteId(),
                version);
    }
}
