/**
 * Registers of what a client's lines and documents are about, all kept in one way: listed and searched by page, added,
 * changed, put away, and deleted as long as nothing refers to them. Every change is written to the processing history.
 */
@NullMarked
package no.avstemt.application.register;

import org.jspecify.annotations.NullMarked;
