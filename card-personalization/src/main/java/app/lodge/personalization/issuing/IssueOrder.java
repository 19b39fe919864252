package app.lodge.personalization.issuing;

import app.lodge.core.books.RequestId;
import app.lodge.core.people.PersonId;

/// What a clerk asks for.
///
/// @param request made once before the first try, so that a repeated order makes one card
/// @param printer address such as `evolis:Primacy`
/// @param reader the PC/SC reader's name, or `in-process`
/// @param layout `staff` for the newest revision, `staff@3` for one; empty for the person's
public record IssueOrder(
        RequestId request, PersonId person, String printer, String reader, String layout) {}
