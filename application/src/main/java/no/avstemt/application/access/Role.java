package no.avstemt.application.access;

public enum Role {
    /** Sees and changes everything, every client account included. */
    ADMINISTRATOR,
    /** Keeps the books of the client accounts given to them. */
    ACCOUNTANT,
    /** Reads all of the client accounts given to them, and changes nothing. */
    AUDITOR,
    /** The merchant: reads the reports of their own client account. */
    CLIENT_USER;

    public boolean mayWrite() {
        return this == ADMINISTRATOR || this == ACCOUNTANT;
    }
}
