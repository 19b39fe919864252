package app.lodge.core.sepa;

/// Who pays or is paid.
///
/// @param name as at the bank; cut to 70 characters in files
public record SepaParty(String name, SepaAddress address, BankAccount account) {}
