package app.lodge.core.privacy;

import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an erasure did: what went, what stayed, on what ground and until when (ID-57). It names nobody.
///
/// @param number gap-free
/// @param reference of the case, as it was given
/// @param operator who erased
/// @param keysDestroyedAt when the erasure was complete; null while the keys are still there
/// @param afterRestore whether it was done again to books that came from a backup
/// @param unconfirmed devices that have not yet confirmed that they forgot
public record Certificate(
        long number,
        PersonId person,
        ErasureGround ground,
        String reference,
        String operator,
        Instant begunAt,
        @Nullable Instant keysDestroyedAt,
        boolean afterRestore,
        List<Gone> gone,
        List<Stayed> stayed,
        List<HandedOut> handedOut,
        List<String> unconfirmed) {

    public Certificate {
        gone = List.copyOf(gone);
        stayed = List.copyOf(stayed);
        handedOut = List.copyOf(handedOut);
        unconfirmed = List.copyOf(unconfirmed);
    }

    public boolean complete() {
        return keysDestroyedAt != null;
    }

    public record Gone(GoneKind kind, long count) {}

    public enum GoneKind {
        /// The person's key, and with it every old copy of what it sealed.
        KEY,
        DETAILS,
        PHOTOGRAPHS,
        SIGNATURES,
        /// The way from the person's number to the ledger's.
        MAPPING,
        SEARCH,
        CHIP_NUMBERS,
        COMPARTMENTS,
        DEVICE_LISTS,
        /// Memberships; the groups stay.
        GROUPS,
        /// Which centres could be charged, and budgets of the person's own.
        COST_CENTRES,
        /// Those of the person's accounts alone.
        LIMITS,
        /// With the bank details in them.
        MANDATES,
        /// Who saw the person's accounts through self-service, and what the person wanted changed.
        SELF_SERVICE,
        /// Answers kept for repeats of a request.
        ANSWERS
    }

    /// @param until the first day on which it need not be kept any more
    public record Stayed(
            DataClass data, long count, RetentionClass.Ground ground, LocalDate until) {}

    /// What left Lodge with the person's data in it.
    ///
    /// @param place a file's path, or where it went
    public record HandedOut(Instant at, Kind kind, String place) {

        public enum Kind {
            DOSSIER,
            EXPORT,
            /// A collection that the bank has.
            BANK_FILE
        }
    }
}
