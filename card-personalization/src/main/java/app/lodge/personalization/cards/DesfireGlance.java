package app.lodge.personalization.cards;

import app.lodge.core.devices.DeviceException;
import app.lodge.core.media.Uid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a DESFire card shows to anyone, without a key.
///
/// @param uid empty if the card makes up another one each time
/// @param family `DESFire EV2`
/// @param capacity bytes
/// @param listed whether it lists its applications freely
/// @param applications AIDs in six upper-case hex digits, most significant byte first
/// @param lodgeKeyVersion version of the key that reads Lodge's ID, empty if it has none
/// @param signature of the maker over the number, none if the card does not show it
public record DesfireGlance(
        Optional<Uid> uid,
        String family,
        int capacity,
        boolean listed,
        List<String> applications,
        OptionalInt lodgeKeyVersion,
        byte[] signature) {

    private static final int AID = 3;
    private static final int SIGNATURE = 56;

    public DesfireGlance {
        applications = List.copyOf(applications);
        signature = signature.clone();
    }

    @Override
    public byte[] signature() {
        return signature.clone();
    }

    /// Whether the generation has AES.
    public boolean hasAes() {
        return !family.equals("DESFire");
    }

    /// @return empty if it is no DESFire card
    public static Optional<DesfireGlance> at(CardLink link) throws DeviceException {
        var card = new DesfireLink(link);
        var version = DesfireVersion.of(card);
        if (version.isEmpty()) {
            return Optional.empty();
        }
        byte[] signature = signature(link);
        var list = card.send(Instruction.GET_APPLICATION_IDS);
        boolean listed = list.status() == DesfireLink.OK;
        var seen = version.get();
        return Optional.of(
                new DesfireGlance(
                        seen.uid(),
                        seen.family(),
                        seen.capacity(),
                        listed,
                        listed ? aids(list.data()) : List.of(),
                        lodgeKeyVersion(card),
                        signature));
    }

    private static byte[] signature(CardLink link) throws DeviceException {
        var answer = new DesfireLink(link).send(Instruction.READ_SIGNATURE, new byte[1]);
        return answer.data().length == SIGNATURE ? answer.data() : new byte[0];
    }

    private static List<String> aids(byte[] list) {
        List<String> aids = new ArrayList<>();
        for (int at = 0; at + AID <= list.length; at += AID) {
            aids.add(
                    "%02X%02X%02X"
                            .formatted(list[at + 2] & 0xFF, list[at + 1] & 0xFF, list[at] & 0xFF));
        }
        return aids;
    }

    private static OptionalInt lodgeKeyVersion(DesfireLink card) throws DeviceException {
        var selected = card.send(Instruction.SELECT_APPLICATION, Aid.wire(LodgeId.aid()));
        if (selected.status() != DesfireLink.OK) {
            return OptionalInt.empty();
        }
        var version = card.send(Instruction.GET_KEY_VERSION, new byte[] {LodgeId.READ});
        boolean told = version.status() == DesfireLink.OK && version.data().length > 0;
        return OptionalInt.of(told ? version.data()[0] & 0xFF : 0);
    }
}
