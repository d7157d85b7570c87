package no.avstemt.application.access;

public enum Right {
    READ,
    WRITE
}
