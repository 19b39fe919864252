package app.lodge.core.privacy;

import app.lodge.core.people.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/// Somebody's word that a person must not be erased for now.
///
/// @param reference of the case, without personal data
/// @param until the last day that it holds
/// @param setBy the operator's name
public record LegalHold(
        long number,
        PersonId person,
        HoldGround ground,
        String reference,
        LocalDate until,
        String setBy,
        Instant setAt) {}
